# The program as it is committed: dist/ is bundled, so nothing is fetched or compiled here.
{
  lib,
  stdenvNoCC,
  makeWrapper,
  installShellFiles,
  nodejs,
  git,
  bubblewrap,
}:

let
  manifest = lib.importJSON ../package.json;
  # Behind the user's own PATH: their git knows their credentials, their Node.js may be newer.
  programs = [
    nodejs
    git
  ]
  ++ lib.optional stdenvNoCC.hostPlatform.isLinux bubblewrap;
in
assert lib.assertMsg (lib.versionAtLeast nodejs.version "20.12")
  "workflow-runner needs Node.js 20.12 or newer, and this nixpkgs has ${nodejs.version}: override `nodejs`.";
stdenvNoCC.mkDerivation {
  pname = manifest.name;
  inherit (manifest) version;

  src = lib.fileset.toSource {
    root = ../.;
    fileset = lib.fileset.unions [
      ../package.json
      ../LICENSE
      ../dist/cli
      ../schema
      ../templates
    ];
  };

  nativeBuildInputs = [
    makeWrapper
    installShellFiles
  ];

  dontConfigure = true;
  dontBuild = true;

  installPhase = ''
    runHook preInstall

    mkdir -p "$out/lib/workflow-runner"
    cp -r package.json LICENSE dist schema templates "$out/lib/workflow-runner/"
    makeWrapper ${lib.getExe nodejs} "$out/bin/workflow-runner" \
      --add-flags "$out/lib/workflow-runner/dist/cli/index.js" \
      --suffix PATH : ${lib.makeBinPath programs}

    runHook postInstall
  '';

  # Both run the program, which a cross build cannot.
  postInstall = lib.optionalString (stdenvNoCC.buildPlatform.canExecute stdenvNoCC.hostPlatform) ''
    for shell in bash zsh fish; do
      "$out/bin/workflow-runner" completion $shell > "workflow-runner.$shell"
      installShellCompletion --cmd workflow-runner --$shell "workflow-runner.$shell"
    done
  '';

  doInstallCheck = stdenvNoCC.buildPlatform.canExecute stdenvNoCC.hostPlatform;
  installCheckPhase = ''
    runHook preInstallCheck
    found=$("$out/bin/workflow-runner" --version)
    if [ "$found" != ${manifest.version} ]; then
      echo "dist/ is of version $found, package.json of ${manifest.version}: npm run build" >&2
      exit 1
    fi
    runHook postInstallCheck
  '';

  meta = {
    inherit (manifest) description homepage;
    changelog = "${manifest.homepage}/blob/v${manifest.version}/CHANGELOG.md";
    license = lib.licenses.mit;
    mainProgram = "workflow-runner";
    platforms = lib.platforms.unix;
  };
}
