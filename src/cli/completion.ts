/**
 * `ibid completion bash|zsh|fish`: prints a shell's completion script. Each script asks ibid for the candidates.
 */
import { UsageError } from "../app/arguments.ts";
import type { Session } from "../app/session.ts";

const BASH = `# ibid's completion for bash: eval "$(ibid completion bash)"
_ibid() {
  local value word words=()
  # Words come as they are typed, with quotation marks and backslashes.
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    word=\${word#[\\'\\"]}
    words+=("\${word//\\\\/}")
  done
  local quote=\${COMP_WORDS[COMP_CWORD]:0:1} separator
  COMPREPLY=()
  while IFS=$'\\t' read -r value _; do
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
  done < <(ibid __complete "\${words[@]}" 2>/dev/null)
  # After an equals sign or a colon bash has begun a new word.
  for separator in = :; do
    if [[ \${COMP_WORDS[COMP_CWORD-1]} == "$separator" || \${COMP_WORDS[COMP_CWORD]} == "$separator" ]]; then
      COMPREPLY=("\${COMPREPLY[@]#*"$separator"}")
    fi
  done
}
complete -o default -F _ibid ibid
`;

const ZSH = `#compdef ibid
# ibid's completion for zsh: source <(ibid completion zsh), or as _ibid in a folder of $fpath
_ibid() {
  local -a described
  local value help
  while IFS=$'\\t' read -r value help; do
    described+=("\${value//:/\\:}:$help")
  done < <(ibid __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#described} )); then
    _describe -V ibid described
  else
    _files
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
    set -l found (ibid __complete $words[2..] (commandline -ct) 2>/dev/null)
    if set -q found[1]
        printf '%s\\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c ibid -f -k -a '(__ibid_complete)'
`;

const SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH };

export function run(session: Session): Promise<number> {
  const [shell = ""] = session.options.operands;
  const script = SCRIPTS[shell];
  if (script === undefined) throw new UsageError(`${shell}: no such shell; bash, zsh or fish`);
  session.out(script);
  return Promise.resolve(0);
}
