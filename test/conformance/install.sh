#!/usr/bin/env bash
# Installs what `npm run test:conformance` needs, as root on Debian 12; again, it only adds what is
# missing. From the distribution: PDF tools, LibreOffice, Java, Maven, Python.
# Under .cache/conformance/: cfn-lint, moto and openpyxl in a virtual environment, checkov in another,
# DynamoDB Local and veraPDF through Maven, AWS's client of the Lambda Runtime API from npm (it compiles).
set -euo pipefail
cd "$(dirname "$0")/../.."
readonly HERE=test/conformance
readonly CACHE=.cache/conformance

installed() { dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

# True when $1 was made from exactly the file $2; after `remember`.
made_from() { cmp --quiet "$1/made-from" "$2"; }
remember() { cp "$2" "$1/made-from"; }

packages=(qpdf poppler-utils libreoffice-calc python3-uno openjdk-17-jdk-headless maven python3-venv
  cmake g++ make xz-utils)
missing=()
for package in "${packages[@]}"; do
  installed "$package" || missing+=("$package")
done
if ((${#missing[@]} > 0)); then
  apt-get update --quiet
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends "${missing[@]}"
fi

# Makes the virtual environment $1 of exactly what the file $2 lists.
environment() {
  local venv=$CACHE/$1 requirements=$HERE/$2
  if made_from "$venv" "$requirements"; then return; fi
  rm -rf "$venv"
  mkdir -p "$CACHE"
  /usr/bin/python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --no-deps --requirement "$requirements"
  remember "$venv" "$requirements"
}

environment venv requirements.txt
# Apart: it wants other versions of what the rest needs, too.
environment checkov requirements-checkov.txt

# Copies through Maven what $1/pom.xml names, with its libraries, unless that is there already.
bring() {
  local folder=$CACHE/$1 pom=$HERE/$1/pom.xml
  if made_from "$folder" "$pom"; then return; fi
  rm -rf "$folder"
  mvn --quiet --batch-mode --file "$pom" \
    org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies \
    -DoutputDirectory="$PWD/$folder"
  remember "$folder" "$pom"
}

bring dynamodb-local
bring verapdf

# AWS's runtime client with its native part, against the headers of the Node that runs the functions.
runtime_client() {
  local folder=$CACHE/runtime-client lock=$HERE/runtime-client/package-lock.json
  if made_from "$folder" "$lock"; then return; fi
  rm -rf "$folder"
  mkdir -p "$folder"
  cp "$HERE"/runtime-client/package*.json "$folder"
  local node
  node=$(readlink -f node_modules/.bin/node)
  PATH="$(dirname "$node"):$PATH" npm_config_nodedir=$(dirname "$(dirname "$node")") \
    npm ci --prefix "$folder"
  remember "$folder" "$lock"
}
runtime_client
