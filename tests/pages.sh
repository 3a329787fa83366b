#!/usr/bin/env bash
# pages.sh [BUILD_DIR] - is the article found in every page of tests/pages, and nothing else? Fails if
# the mean F1 falls under .97, or if a junk line of tests/dumps gets out or a gold line of them is lost.
# needs: python3. scripts/eval-extract has the measure, and a peer to compare with.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
unset RASSEGNA_MODELS
export PYTHONDONTWRITEBYTECODE=1

exec "$root/scripts/eval-extract" --build "${1:-$root/build/release}" --no-peer --least .97 -v pages dumps
