#!/usr/bin/env bash
# Looks at every kind of report in a headless Chromium. Usage: run.sh [--pictures DIR] [--only NAME]. README.md says what is
# looked at and how to install what it needs.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=.build/browser/bin/python
[ -x "$python" ] || python=python3
# A browser that hangs ends the run, too.
exec timeout 1200 "$python" Tests/Browser/check.py "$@"
