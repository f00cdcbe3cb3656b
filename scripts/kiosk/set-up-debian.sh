#!/bin/sh
# Turns a computer with Debian 12 or newer into a kiosk for Before You Go. Run it as root, from this folder:
#
#     sudo sh scripts/kiosk/set-up-debian.sh            # what it does is told step by step
#     sudo sh scripts/kiosk/set-up-debian.sh --dry-run  # only tells
#
# It can be run again at any time: after an update of the game, or when a step failed. It never changes your
# configuration, your counters or your logs. `--into DIR` puts the files below another folder, for images and tests,
# and leaves out what needs a running system: packages, users, services.
set -eu

user=kiosk
packages="cage xwayland python3-venv dbus libpam-systemd"
unit=before-you-go-kiosk.service
into=
dry=

say() { printf '%s\n' "$*"; }
run() {
	if [ -n "$dry" ]; then say "    would run: $*"; else "$@"; fi
}
stop() {
	say "set-up-debian.sh: $*" >&2
	exit 1
}
here() { [ -z "$into" ]; }

while [ $# -gt 0 ]; do
	case $1 in
	--dry-run) dry=yes ;;
	--into)
		[ $# -ge 2 ] || stop "--into needs a folder"
		into=$2
		shift
		;;
	*) stop "'$1' is not known; there are --dry-run and --into DIR" ;;
	esac
	shift
done

game=$(cd "$(dirname "$0")/../.." && pwd)
opt=$into/opt/before-you-go
etc=$into/etc/before-you-go
[ -f "$game/main.py" ] || stop "the game is not in $game; run this script where it lies in the game's folder"
if here && [ -z "$dry" ]; then
	[ "$(id -u)" = 0 ] || stop "this needs root: sudo sh $0"
	command -v apt-get >/dev/null || stop "this is for Debian; elsewhere see 'Other systems' in docs/kiosk.md"
fi

if here; then
	say "1. Install what is needed: $packages"
	run apt-get install --yes --no-install-recommends $packages

	say "2. Make the user '$user', who can do nothing but show the game"
	if id "$user" >/dev/null 2>&1; then
		say "    is there already"
	else
		run useradd --system --home-dir /var/lib/before-you-go --shell /usr/sbin/nologin \
			--groups video,render,input,audio "$user"
	fi
fi

say "3. Copy the game to $opt; of an older copy, nothing is left"
if [ "$game" = "$opt" ]; then
	say "    is there already: this is it"
else
	run mkdir -p "$opt"
	for part in assets docs game levels scripts; do
		run rm -rf "$opt/$part"
		run cp -R "$game/$part" "$opt/$part"
	done
	for part in main.py requirements.lock LICENSE LICENSE-CONTENT README.md; do
		run cp "$game/$part" "$opt/$part"
	done
fi

if here; then
	say "4. Install the libraries it needs, as pinned in requirements.lock, into $opt/.venv"
	[ -x "$opt/.venv/bin/python" ] || run python3 -m venv "$opt/.venv"
	run "$opt/.venv/bin/python" -m pip install --quiet --require-hashes --requirement "$opt/requirements.lock"
fi

say "5. Put the configuration into $etc/kiosk.yaml"
run mkdir -p "$etc"
if [ -e "$etc/kiosk.yaml" ]; then
	say "    is there already, and stays as it is"
else
	run cp "$game/assets/kiosk/kiosk-template.yaml" "$etc/kiosk.yaml"
	run sed -i 's|^# data: .*|data: /var/lib/before-you-go|' "$etc/kiosk.yaml"
fi
run cp "$game/assets/kiosk/kiosk.schema.json" "$etc/kiosk.schema.json"
if here && { [ -n "$dry" ] || id "$user" >/dev/null 2>&1; }; then
	run chown root:"$user" "$etc/kiosk.yaml"
fi
run chmod 0640 "$etc/kiosk.yaml"

say "6. Put the service into place: it starts with the computer"
run mkdir -p "$into/etc/systemd/system"
run cp "$game/scripts/kiosk/$unit" "$into/etc/systemd/system/$unit"

say "7. Take away the other consoles that Ctrl+Alt+F2 and so on lead to"
run mkdir -p "$into/etc/systemd/logind.conf.d"
run cp "$game/scripts/kiosk/no-consoles.conf" "$into/etc/systemd/logind.conf.d/before-you-go.conf"

here || exit 0
run systemctl daemon-reload
run systemctl enable "$unit"

say "8. Look whether it works"
if [ -n "$dry" ]; then
	say "    would run: kiosk check /etc/before-you-go/kiosk.yaml, as the user '$user'"
elif runuser -u "$user" -- "$opt/.venv/bin/python" "$opt/main.py" kiosk check "$etc/kiosk.yaml"; then
	say "All is well. Start it now with: systemctl start $unit"
else
	say
	say "Something is left to do; it stands above. A display is only seen from the computer itself, so that one fault"
	say "is none when you came in from elsewhere. The PIN of your staff is made with:"
	say "    $opt/.venv/bin/python $opt/main.py kiosk pin"
	say "Put its line into $etc/kiosk.yaml, and then: systemctl restart $unit"
fi
