internal import Files

/// The script that makes a shell complete command lines, by asking the program what may stand next.
package enum CompletionScript: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// The text of the script.
  package var text: String {
    let name = Program.name
    return switch self {
    case .bash:
      #"""
      # bash completion for \#(name); source it, or put it where bash-completion looks.
      _\#(name)() {
        local IFS=$'\n' word line before=() prefix value
        # Bash divides words at = and :, which are parts of ours.
        local i
        for ((i = 1; i <= COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          if ((${#before[@]} > 0)) && [[ $word == [=:]* || ${before[${#before[@]} - 1]} == *[=:] ]]; then
            before[${#before[@]} - 1]+=$word
          else
            before+=("$word")
          fi
        done
        word=${before[${#before[@]} - 1]}
        prefix=${word%"${word##*[=:]}"}
        value=${word##*[=:]}
        COMPREPLY=()
        while IFS= read -r line; do
          case $line in
            :files) compopt -o filenames; COMPREPLY+=($(compgen -f -- "$value")) ;;
            :folders) compopt -o filenames; COMPREPLY+=($(compgen -d -- "$value")) ;;
            :open) compopt -o nospace ;;
            *) line=${line%%$'\t'*}; COMPREPLY+=("${line#"$prefix"}") ;;
          esac
        done < <("$1" completion words -- "${before[@]}" 2> /dev/null)
      }
      complete -F _\#(name) \#(name)

      """#
    case .zsh:
      #"""
      #compdef \#(name)
      # zsh completion for \#(name); put it as _\#(name) into a folder of $fpath.
      _\#(name)() {
        local line word open=()
        local -a entries names
        for line in "${(@f)$("${(Q)words[1]}" completion words -- "${(@Q)words[2,CURRENT]}" 2> /dev/null)}"; do
          case $line in
            :files) names=(_files) ;;
            :folders) names=(_files -/) ;;
            :open) open=(-S '') ;;
            ?*)
              word=${${line%%$'\t'*}//:/\\:}
              if [[ $line == *$'\t'* ]]; then entries+=("$word:${line#*$'\t'}"); else entries+=("$word"); fi
              ;;
          esac
        done
        (($#entries)) && _describe -t values value entries "${(@)open}"
        if (($#names)); then
          compset -P '--[^=]#='
          $names
        fi
      }
      if [[ $funcstack[1] == _\#(name) ]]; then _\#(name) "$@"; else compdef _\#(name) \#(name); fi

      """#
    case .fish:
      #"""
      # fish completion for \#(name); put it into ~/.config/fish/completions/\#(name).fish.
      function __\#(name)_complete
        set -l before (commandline -opc)
        set -l word (commandline -ct)
        for line in ($before[1] completion words -- $before[2..-1] $word 2> /dev/null)
          switch $line
            case ':files'
              __fish_complete_path $word
            case ':folders'
              __fish_complete_directories $word
            case ':*'
            case '*'
              echo $line
          end
        end
      end
      complete -c \#(name) -f -a '(__\#(name)_complete)'

      """#
    }
  }
}
