export const id=30;export const ids=[30];export const modules={4792:(n,e,o)=>{o.r(e);o.d(e,{candidatesCommand:()=>candidatesCommand,completionCommand:()=>completionCommand});var t=o(9974);function readTyping(n,e){const o=n.commands.find(n=>n.name()==="run")??n;const t=[];const s=[];let r=n;let a=null;let i=null;const l=e.slice(0,-1).filter(n=>n!=="=");for(const e of l){if(a!==null){if(a.long==="--repo")i=e;a=null;continue}const[l="",c]=e.split("=",2);const d=e.startsWith("-")?optionOf(n,r,l):null;if(e.startsWith("-")){t.push(d?.long??l);if(d?.long==="--repo"&&c!==undefined)i=c;if(d!==null&&takesValue(d)&&c===undefined)a=d}else if(r===n){r=n.commands.find(n=>n.name()===e)??o;if(r.name()!==e)s.push(e)}else s.push(e)}const c=e.at(-1)??"";const d=c==="="&&a!==null?"":c;return{command:r,given:t,operands:s,repo:i,...value(n,r,{waiting:a,last:d})}}function value(n,e,{waiting:o,last:t}){if(o!==null)return{option:o,begun:t,before:""};const s=t.startsWith("--")?t.indexOf("="):-1;const r=s<0?null:optionOf(n,e,t.slice(0,s));if(r===null||!takesValue(r))return{option:null,begun:t,before:""};return{option:r,begun:t.slice(s+1),before:t.slice(0,s+1)}}function optionOf(n,e,o){const t=n.commands.find(n=>n.name()==="run");const s=e===n&&t!==undefined?[n,t]:[e,n];return s.flatMap(({options:n})=>n).find(({long:n,short:e})=>o===n||o===e)??null}const takesValue=({required:n,optional:e})=>n||e;function nextArgument({command:n,operands:e}){const{registeredArguments:o}=n;return o[e.length]??(o.at(-1)?.variadic===true?o.at(-1)??null:null)}var s=o(6760);var r=o(1044);var a=o(576);const i={workflow:workflows,"skill name":async()=>plain((await o.e(689).then(o.bind(o,6689))).builtInSkillNames),"schema name":async()=>plain(Object.keys((await Promise.all([o.e(488),o.e(439),o.e(967),o.e(550),o.e(214)]).then(o.bind(o,9427))).jsonSchemas)),"--agent-backend":async()=>{const{BACKEND_NAMES:n}=await Promise.all([o.e(687),o.e(252)]).then(o.bind(o,7687));return plain(n.filter(n=>!n.includes(":")))},"--phase":(n,e)=>ofWorkflow(n,e,"phases"),"--step":(n,e)=>ofWorkflow(n,e,"steps"),"--skip-step":(n,e)=>ofWorkflow(n,e,"steps"),"--rollback-to-checkpoint":(n,e)=>ofWorkflow(n,e,"steps")};async function namedValues(n,e,o){const t=i[`${e.command.name()} ${n}`]??i[n];if(t===undefined)return null;const a=e.repo===null?o.repo:(0,s.resolve)(o.cwd,e.repo);const l=(0,r.w)({repo:a,cwd:o.cwd});return await t(e,l.ok?l.value:null)}function workflows({operands:n},e){const o=e===null?[]:(0,a.gd)(e);return o.filter(e=>!n.includes(e)).map(n=>({word:n,about:"workflow"}))}async function ofWorkflow({operands:[n]},e,t){if(e===null||n===undefined)return[];const[{loadPlanFrom:s},{WorkflowFolder:r}]=await Promise.all([o.e(562).then(o.bind(o,2562)),Promise.resolve().then(o.bind(o,7518))]);const a=new r(e);const i=a.load(n)?.workflow?.phases??[];if(t==="phases")return i.map(n=>({word:n.name,about:n.type}));const l=s(e,a,n);return l.ok?l.value.plan.steps.map(n=>({word:n.id,about:`step ${n.number}`})):[]}const plain=n=>[...n].map(n=>({word:n,about:""}));const l=500;const c=/^[\w@%+:,./=-]+$/;async function candidatesFor(n,e,o){const t=readTyping(n,e);const s=await everyCandidate(n,t,o);if(s.kind!=="words")return s;const{begun:r,before:a}=t;const i=s.candidates.filter(({word:n})=>n.startsWith(r)&&c.test(n));const d=i.slice(0,l).map(({word:n,about:e})=>({word:`${a}${n}`,about:e}));return{kind:"words",candidates:d}}async function everyCandidate(n,e,o){const{command:t,option:s,begun:r}=e;if(s!==null)return await values(s,e,o);if(r.startsWith("-"))return{kind:"words",candidates:flags(n,e)};if(t!==n){const n=nextArgument(e);return n===null?{kind:"words",candidates:[]}:await values(n,e,o)}const a=n.createHelp().visibleCommands(n);const i=a.map(n=>({word:n.name(),about:n.summary()}));const l=await namedValues("workflow",e,o);return{kind:"words",candidates:[...i,...l??[]]}}async function values(n,e,o){const t=n.argChoices;if(t!==undefined)return{kind:"words",candidates:t.map(n=>({word:n,about:""}))};const s="flags"in n;const r=await namedValues(s?n.long??"":n.name(),e,o);if(r!==null)return{kind:"words",candidates:r};const a=s?/[<[](\w+)/.exec(n.flags)?.[1]??"":n.name();if(a==="dir")return{kind:"folders"};return a==="file"||a==="path"?{kind:"files"}:{kind:"words",candidates:[]}}function flags(n,{command:e,given:o}){const t=n.createHelp();const s=e===n?[n]:[e,n];const r=s.flatMap(n=>t.visibleOptions(n));const a=r.filter(({long:n,description:e})=>!o.includes(n??"")||/\(repeatable\)/.test(e));const i=new Map(a.map(({long:n,short:e,description:o})=>[n??e??"",o]));return[...i].map(([n,e])=>({word:n,about:e}))};const d=null&&["bash","zsh","fish"];const u="workflow-runner __candidates --";const f=`# Completion of workflow-runner for bash. Put this in ~/.bashrc:
#   eval "$(workflow-runner completion bash)"

_workflow_runner() {
  local kind="" line
  COMPREPLY=()
  {
    IFS= read -r kind
    while IFS= read -r line; do COMPREPLY+=("$\{line%%$'\\t'*}"); done
  } < <(${u} "$\{COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  case $kind in
    files) compopt -o default 2>/dev/null ;;
    folders) compopt -o dirnames 2>/dev/null ;;
  esac
}

complete -F _workflow_runner workflow-runner
`;const w=`#compdef workflow-runner
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
  } < <(${u} "$\{(@Q)words[2,CURRENT]}" 2>/dev/null)
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
`;const m=`# Completion of workflow-runner for fish. Put this in ~/.config/fish/completions/workflow-runner.fish:
#   workflow-runner completion fish | source

function __workflow_runner_candidates
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l answer (${u} $words[2..] "$current" 2>/dev/null)
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
`;const p={bash:f,zsh:w,fish:m};function completionCommand(n,{console:e}){const o=p[n];e.json({shell:n,script:o});e.print(o.trimEnd());return Promise.resolve(t.d.completed)}async function candidatesCommand(n,e,o){const s=await candidatesFor(n,e,o);o.console.json(s);o.console.print([s.kind,...linesOf(s)].join("\n"));return t.d.completed}const linesOf=n=>n.kind==="words"?n.candidates.map(({word:n,about:e})=>e===""?n:`${n}	${e}`):[]}};