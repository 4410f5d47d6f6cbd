#!/usr/bin/env bash
# Packs all packages of this repository into a folder: eng/pack.sh [folder] [options of dotnet pack ...]
# Each has its page, its symbols beside it (.snupkg), and the address of its sources at this commit (Source Link).
# Packages of this repository that the folder holds from before are deleted.
# The same commit gives the same assemblies, whatever folder it is packed in.
set -euo pipefail
mkdir -p "${1:-artifacts}"
folder=$(cd "${1:-artifacts}" && pwd)
[ $# -eq 0 ] || shift
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rm -f "$folder"/AgentStepLog*.nupkg "$folder"/AgentStepLog*.snupkg
projects=$(grep -l 'Library\.props' src/*/*.csproj)
for project in $projects; do
  dotnet pack "$project" --configuration Release --output "$folder" -p:ContinuousIntegrationBuild=true -nologo -v:q "$@"
done
ls "$folder"
