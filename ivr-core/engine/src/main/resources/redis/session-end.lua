-- Ends a session unless a later one has taken its place.
-- KEYS[1]  vl:session:<agentNo>
-- ARGV[1]  hash of the token of the session to end
-- ARGV[2]  seconds for which the end stays known
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('SET', KEYS[1], '', 'EX', ARGV[2])
  return 1
end
return 0
