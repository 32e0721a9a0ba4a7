#!/bin/sh
# sh hosting/release.sh DIST /srv/jihua [NAME]: publishes a built site on this machine, all of it at once.
# NAME is the name of the site under the root of nginx.conf: `www` for the whole host, `www/plans` for `--base /plans/`.
set -eu
dist=$1 name=${3:-www}
test -f "$dist/404.html" || { echo "expected a built site; found $dist" >&2; exit 1; }
home=$(mkdir -p "$2" && cd "$2" && pwd)
release=$home/releases/$(date -u +%Y%m%dT%H%M%S.%N)
mkdir -p "$release" "$(dirname "$home/$name")"
cp -R "$dist/." "$release"
chmod -R a+rX "$release"
# A page that someone has open asks for the scripts that it was made with: they stay beside the new ones.
if [ -d "$home/$name/_astro" ]; then
  for file in "$home/$name/_astro/"*; do
    [ -e "$release/_astro/${file##*/}" ] || cp -p "$file" "$release/_astro/"
  done
fi
# Renaming a link is one step: every request sees the old site or the new.
ln -s "$release" "$home/next"
mv -T "$home/next" "$home/$name"
# The three latest stay, to go back to.
ls -1d "$home/releases/"* | sort | head -n -3 | while read -r old; do rm -rf "$old"; done
echo "published $release"
