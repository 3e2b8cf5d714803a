# Prompts made from text, only those that changed. The list of what was made tells which.

make_sounds() {
  local made="$VAR/sounds/made.tsv" wanted="$VAR/sounds/wanted.tsv" count
  install -d "$VAR"/sounds/{zh,en}/voltline "$VAR/sounds/music"
  prompts >"$wanted"
  [[ -e $made ]] || take_shared_sounds
  touch "$made"
  count="$(grep -cvxFf "$made" "$wanted")" || true
  if ((count > 0)); then
    grep -vxFf "$made" "$wanted" >"$VAR/sounds/changed.tsv"
    step "making $count prompts" in_sounds prompts
    mv "$wanted" "$made"
    rm "$VAR/sounds/changed.tsv"
    share_sounds
  fi
  rm -f "$wanted"
  [[ -s $VAR/sounds/music/calm.alaw ]] || step "making the waiting music" in_sounds music
}

# What a house made belongs to the checkout as well, so that the next new house finds it; made by another script or voice
# it is of no use.
shared_sounds() {
  printf '%s/target/sounds-%s' "$PROJECT" \
    "$({ cat "$LIB/speak" && grep -A 9 -xE 'Package: (espeak-ng|espeak-ng-data|sox)' "$ROOT/var/lib/dpkg/status" | grep Version; } | sha256sum | cut -c1-16)"
}

# The list last: after a power cut nothing counts as made that is not there.
take_shared_sounds() {
  local shared
  shared="$(shared_sounds)"
  [[ -d $shared ]] || return 0
  cp -r "$shared"/{zh,en} "$VAR/sounds/"
  cp "$shared/made.tsv" "$VAR/sounds/made.tsv.new"
  mv "$VAR/sounds/made.tsv.new" "$VAR/sounds/made.tsv"
}

share_sounds() {
  local shared fresh
  shared="$(shared_sounds)"
  [[ ! -d $shared ]] || return 0
  mkdir -p "$PROJECT/target"
  fresh="$(mktemp -d "$shared.XXXXXX")"
  chmod 755 "$fresh"
  cp -r "$VAR"/sounds/{zh,en} "$VAR/sounds/made.tsv" "$fresh"
  # Of two houses that made them at once one is enough.
  mv -T "$fresh" "$shared" 2>/dev/null || rm -r "$fresh"
}

# The tools stand in the root; they see the project at /mnt and the house's var/ at /srv/voltline.
in_sounds() {
  (cd "$PROJECT" && "$LIB/in-root" bash ops/lib/speak "$1") >"$VAR/log/sounds.log" 2>&1 ||
    die "the sounds could not be made: $(tail -n 1 "$VAR/log/sounds.log") (see $VAR/log/sounds.log)"
}

# One line a prompt and language it has a text in: language, id, what is spoken (SSML), checksum of the human recording that wins over the voice.
prompts() {
  local lang id text human checksum
  {
    jq -r "$SPOKEN"' .prompts[] | numbered | ("zh", "en") as $l | select(has($l)) | [$l, .id, (.[$l] | spoken($l))] | @tsv' "$PROJECT/sounds/manifest.json"
    jq -r --slurpfile manifest "$PROJECT/sounds/manifest.json" "$SPOKEN"' $manifest[0].agent as $says |
      .[] | select(.role == "agent") | .agentNo as $no |
      ["zh", "agent-" + $no, ($says.zh | sub("\\{n\\}"; $no) | spoken("zh"))],
      ["en", "agent-" + $no, ($says.en | sub("\\{n\\}"; [$no | scan(".")] | join(" ")))] | @tsv' "$VAR/accounts.json"
  } | while IFS=$'\t' read -r lang id text; do
    human="$PROJECT/sounds/$lang/$id.wav" checksum=-
    [[ ! -f $human ]] || checksum="$(sha256sum <"$human" | cut -c1-16)"
    printf '%s\t%s\t%s\t%s\n' "$lang" "$id" "$text" "$checksum"
  done
}

# A prompt with numbers "from" and "to" stands for one with each of them in the place of {n}. Chinese is spoken as people
# say it: numbers of four digits and more (95598, 工号1001) digit by digit with 幺 for 1, 两 before what is counted, and
# English words in an English voice.
SPOKEN='def numbered: if has("from") then . as $p | range($p.from; $p.to + 1) as $n | $p | map_values(strings |= gsub("\\{n\\}"; "\($n)"))
    else . end;
  def digits: explode | map(["零", "幺", "二", "三", "四", "五", "六", "七", "八", "九"][. - 48]) | join("");
  def spoken($lang): @html | if $lang == "zh" then
      gsub("(?<words>[A-Za-z][A-Za-z0-9 ,.]*)"; "<voice xml:lang=\"en-gb\">\(.words)</voice>") | gsub("(?<n>[0-9]{4,})"; .n | digits) |
      gsub("(?<![0-9])2(?<counted>位|分钟)"; "两\(.counted)")
    else . end;'
