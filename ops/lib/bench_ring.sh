# Queue to ring and to screen-pop, in turns with AMI Originate at the same phone; in a house that has nothing else to do.

bench_ring() {
  local rounds=20
  [[ ${1:-} != quick ]] || rounds=5
  bench_house house
  bench_java RingBench "$rounds" "$RESULTS/ring.json"
}
