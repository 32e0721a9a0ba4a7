#!/bin/sh
# sh hosting/gitee-pages.sh git@gitee.com:OWNER/REPOSITORY.git: puts the site on the branch `pages` of a repository.
# For any host that publishes a branch. BASE and SITE tell the address: BASE=/plans/ SITE=https://owner.gitee.io
set -eu
remote=$1
npm run build -- --base "${BASE:-/}" ${SITE:+--site "$SITE"}
branch=$(mktemp -d)
trap 'rm -rf "$branch"' EXIT
cp -R dist/. "$branch"
# Jekyll leaves out folders that begin with an underscore, and so all scripts of the site.
touch "$branch/.nojekyll"
git -C "$branch" init --quiet --initial-branch=pages
git -C "$branch" add --all
git -C "$branch" -c user.name=jihua -c user.email=jihua@localhost commit --quiet --message "Publish the site"
git -C "$branch" push --force "$remote" pages
