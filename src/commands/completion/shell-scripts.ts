export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** What they ask the program at every key: what it offers is what it takes, of whatever version it is. */
const ASK = 'workflow-runner __candidates --';

const BASH = `# Completion of workflow-runner for bash. Put this in ~/.bashrc:
#   eval "$(workflow-runner completion bash)"

_workflow_runner() {
  local kind="" line
  COMPREPLY=()
  {
    IFS= read -r kind
    while IFS= read -r line; do COMPREPLY+=("$\{line%%$'\\t'*}"); done
  } < <(${ASK} "$\{COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  case $kind in
    files) compopt -o default 2>/dev/null ;;
    folders) compopt -o dirnames 2>/dev/null ;;
  esac
}

complete -F _workflow_runner workflow-runner
`;

const ZSH = `#compdef workflow-runner
# Completion of workflow-runner for zsh. Put this in ~/.zshrc, behind compinit:
#   eval "$(workflow-runner completion zsh)"

_workflow-runner() {
  local kind="" line word
  local -a candidates
  {
    IFS= read -r kind
    while IFS= read -r line; do
      word=$\{line%%$'\\t'*}
      candidates+=("$\{word//:/\\\\:}:$\{$\{line#$word}#$'\\t'}")
    done
  } < <(${ASK} "$\{(@Q)words[2,CURRENT]}" 2>/dev/null)
  case $kind in
    files) _files ;;
    folders) _files -/ ;;
    *) _describe -t candidates workflow-runner candidates ;;
  esac
}

if [[ $\{funcstack[1]} == _workflow-runner ]]; then
  _workflow-runner "$@"
else
  compdef _workflow-runner workflow-runner
fi
`;

const FISH = `# Completion of workflow-runner for fish. Put this in ~/.config/fish/completions/workflow-runner.fish:
#   workflow-runner completion fish | source

function __workflow_runner_candidates
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l answer (${ASK} $words[2..] "$current" 2>/dev/null)
    switch "$answer[1]"
        case files
            __fish_complete_path "$current"
        case folders
            __fish_complete_directories "$current"
        case '*'
            test (count $answer) -gt 1; and printf '%s\\n' $answer[2..]
    end
end

complete --command workflow-runner --no-files --arguments '(__workflow_runner_candidates)'
`;

/** The script for each shell, as `completion` prints it. */
export const SHELL_SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH };
