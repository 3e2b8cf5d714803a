# What callers can have faxed, made from text; only what changed is made anew.

make_documents() {
  local made="$VAR/fax/documents/made.txt" wanted changed=()
  wanted="$(document_sums)"
  touch "$made"
  mapfile -t changed < <(awk 'FILENAME == ARGV[1] { made[$0]; next } !($0 in made) { print $1 }' "$made" - <<<"$wanted")
  ((${#changed[@]} > 0)) || return 0
  step "making ${#changed[@]} documents to be faxed" in_documents "${changed[@]}"
  printf '%s\n' "$wanted" >"$made"
}

# One line a document: its name and the checksum of its texts and of what makes it.
document_sums() {
  local text name
  for text in "$PROJECT"/documents/*.zh.txt; do
    name="$(basename "$text" .zh.txt)"
    printf '%s %s\n' "$name" "$(cat "$PROJECT/documents/$name".{zh,en}.txt "$LIB/write-documents" | sha256sum | cut -c1-16)"
  done
}

# The tools stand in the root; they see the project at /mnt and the house's var/ at /srv/voltline.
in_documents() {
  (cd "$PROJECT" && "$LIB/in-root" ops/lib/write-documents /srv/voltline/fax/documents "$@") >"$VAR/log/documents.log" 2>&1 ||
    die "the documents could not be made: $(tail -n 1 "$VAR/log/documents.log") (see $VAR/log/documents.log)"
}
