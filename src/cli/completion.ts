/**
 * `ibid completion bash|zsh|fish`: prints a shell's completion script. Each script asks ibid for the candidates.
 */
import { UsageError } from "../app/arguments.ts";
import type { Session } from "../app/session.ts";
import { tableOf } from "../text/own.ts";

const BASH = `# ibid's completion for bash: eval "$(ibid completion bash)"
_ibid() {
  local value word found code words=()
  # Words come as they are typed, with quotation marks and backslashes.
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    word=\${word#[\\'\\"]}
    words+=("\${word//\\\\/}")
  done
  local quote=\${COMP_WORDS[COMP_CWORD]:0:1} at=$COMP_CWORD
  COMPREPLY=()
  found=$(ibid __complete "\${words[@]}" 2>/dev/null)
  code=$?
  while IFS=$'\\t' read -r value _; do
    [[ -n $value ]] || continue
    # Within quotation marks what the shell would obey is escaped as they need it.
    case $quote in
      \\") value=\${value//\\\\/\\\\\\\\} value=\${value//\\"/\\\\\\"} value=\${value//\\$/\\\\$} value=\${value//\\\`/\\\\\\\`}
        value=\${value//!/\\"\\'!\\'\\"}
        # readline takes a mark at the start for the one that is open.
        [[ $value == \\"* ]] && value=\\"$value ;;
      \\') value=\${value//\\'/"'\\\\''"} ;;
      *) printf -v value %q "$value" ;;
    esac
    COMPREPLY+=("$value")
  done <<< "$found"
  # At each equals sign and each colon bash has begun a new word: --where=read=no is five.
  while (( at > 0 )) && [[ \${COMP_WORDS[at]} == [=:] || \${COMP_WORDS[at-1]} == [=:] ]]; do
    if [[ \${COMP_WORDS[at]} == [=:] ]]; then COMPREPLY=("\${COMPREPLY[@]#*[=:]}"); fi
    at=$((at - 1))
  done
  # bash 3, which macOS has, knows no compopt, and completes file names whenever there is nothing else.
  if [[ \${#COMPREPLY[@]} == 1 && \${COMPREPLY[0]} == *[=:\\<\\>~] ]]; then compopt -o nospace 2>/dev/null; fi
  if [[ -z $found && $code == 0 ]]; then compopt +o default 2>/dev/null; fi
  if [[ -z $found && $code == 4 ]]; then compopt +o default -o dirnames 2>/dev/null; fi
}
complete -o default -F _ibid ibid
`;

const ZSH = `#compdef ibid
# ibid's completion for zsh: source <(ibid completion zsh), or as _ibid in a folder of $fpath
_ibid() {
  local -a described open
  local value help found code
  found=$(ibid __complete "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  code=$?
  while IFS=$'\\t' read -r value help; do
    [[ -n $value ]] || continue
    # No blank follows what goes on.
    if [[ $value == *[=:\\<\\>~] ]]; then
      open+=("\${value//:/\\:}:$help")
    else
      described+=("\${value//:/\\:}:$help")
    fi
  done <<< "$found"
  if (( \${#described} + \${#open} )); then
    (( \${#open} )) && _describe -V ibid open -S ''
    (( \${#described} )) && _describe -V ibid described
  elif (( code )); then
    [[ $PREFIX == --*=* ]] && compset -P '*='
    if (( code == 4 )); then _files -/; else _files; fi
  fi
}
if [[ $funcstack[1] == _ibid ]]; then
  _ibid "$@"
else
  compdef _ibid ibid
fi
`;

const FISH = `# ibid's completion for fish: ibid completion fish | source
function __ibid_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l found (ibid __complete $words[2..] "$current" 2>/dev/null)
    set -l code $status
    if set -q found[1]
        printf '%s\\n' $found
        return
    end
    # Of --output=FILE the shell completes the part behind the sign.
    set -l option (string match -r -- '^--[^=]*=' "$current")
    set -l typed (string replace -r -- '^--[^=]*=' '' "$current")
    switch $code
        case 3
            __fish_complete_path "$typed" | string replace -r -- '^' "$option"
        case 4
            __fish_complete_directories "$typed" | string replace -r -- '^' "$option"
    end
end
complete -c ibid -f -k -a '(__ibid_complete)'
`;

const SCRIPTS = tableOf<string>({ bash: BASH, zsh: ZSH, fish: FISH });

export function run(session: Session): Promise<number> {
  const [shell = ""] = session.options.operands;
  const script = SCRIPTS[shell];
  if (script === undefined) throw new UsageError(`${shell}: not one of bash, zsh, fish`);
  session.out(script);
  return Promise.resolve(0);
}
