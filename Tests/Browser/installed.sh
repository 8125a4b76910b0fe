#!/usr/bin/env bash
# Whether Chromium and axe are both there.
cd "$(dirname "$0")/../.."
python=.build/browser/bin/python
[ -x "$python" ] || python=python3
cd Tests/Browser
exec "$([ -x "../../$python" ] && echo "../../$python" || echo "$python")" -c 'import check, sys; sys.exit(not (check.program() and check.axe()))' 2> /dev/null
