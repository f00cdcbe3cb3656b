#!/bin/sh
# Shows a program with cage, and ends as that program ended: sh show.sh PROGRAM ARGUMENT...
#
# cage itself always ends with 0, so systemd could not tell a kiosk that staff closed, which stays closed, from one
# that broke, which is started again. A file in the memory of the service tells it: it is there after a good end only.
set -u
well=${RUNTIME_DIRECTORY:?systemd names it; elsewhere name a folder that this user may write to}/ended-well
rm -f "$well"
cage -d -- /bin/sh -c '"$@" && : >"$0"' "$well" "$@"
[ -e "$well" ]
