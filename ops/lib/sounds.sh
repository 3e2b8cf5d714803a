# Prompts made from text, only those that changed. The list of what was made tells which.

make_sounds() {
  # Until the manifest has landed.
  [[ -e $PROJECT/sounds/manifest.json ]] || return 0
  local made="$VAR/sounds/made.tsv" wanted="$VAR/sounds/wanted.tsv" count
  install -d "$VAR"/sounds/{zh,en}/voltline "$VAR/sounds/music"
  prompts >"$wanted"
  touch "$made"
  count="$(grep -cvxFf "$made" "$wanted")" || true
  if ((count > 0)); then
    grep -vxFf "$made" "$wanted" >"$VAR/sounds/changed.tsv"
    step "making $count prompts" in_sounds prompts
    mv "$wanted" "$made"
  fi
  [[ -s $VAR/sounds/music/calm.alaw ]] || step "making the waiting music" in_sounds music
}

# The tools stand in the root; they see the project at /mnt and the house's var/ at /srv/voltline.
in_sounds() {
  (cd "$PROJECT" && "$LIB/in-root" bash ops/lib/speak "$1") >"$VAR/log/sounds.log" 2>&1 ||
    die "the sounds could not be made: $(tail -n 1 "$VAR/log/sounds.log") (see $VAR/log/sounds.log)"
}

# One line a prompt: language, id, text, checksum of the human recording that wins over the machine's voice.
prompts() {
  local lang id text human checksum
  {
    jq -r '.prompts[] | ("zh", "en") as $l | [$l, .id, .[$l]] | @tsv' "$PROJECT/sounds/manifest.json"
    jq -r '.[] | select(.role == "agent") | .agentNo | ["zh", "agent-" + ., "工号" + ([scan(".")] | join(" ")) + "，为您服务。"],
      ["en", "agent-" + ., "Agent " + ([scan(".")] | join(" ")) + " speaking."] | @tsv' "$VAR/accounts.json"
  } | while IFS=$'\t' read -r lang id text; do
    human="$PROJECT/sounds/$lang/$id.wav" checksum=-
    [[ ! -f $human ]] || checksum="$(sha256sum <"$human" | cut -c1-16)"
    printf '%s\t%s\t%s\t%s\n' "$lang" "$id" "$text" "$checksum"
  done
}
