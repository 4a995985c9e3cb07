#!/usr/bin/env bash
# For Gradescope, at the top of the archive: installs what the course needs. See TEACHING.md.
set -euo pipefail
apt-get update
apt-get install -y curl
curl -fsSL https://deb.nodesource.com/setup_22.x | bash -
apt-get install -y nodejs
cd /autograder/source
npm ci
