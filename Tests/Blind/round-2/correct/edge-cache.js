'use strict';
// Correct: a shared cache in front, which keeps one answer for each granted origin, one for all refused ones,
// and one for requests without an origin.
//
// `public, s-maxage` and Age beside Vary: Origin (design: the cache is played; Vary decides); L53 merged in one line; L56 a 304
// carries the grant of the one who asks; L44 refused origins are served, without a grant; L05 refused preflights are 200 with an
// empty body; L06; L13 all listed headers, or the asked ones; L08; L49; L51; L29; requests with a cookie or an authorization
// bypass the cache; HEAD is answered from what GET left; L31 the trap: 403 on every route, which is no 2xx on `open`;
// a policy without origins is refused at start; L18 the policy's max-age.
const { run, refuse, carriedNames, application, Response, TOKEN } = require('../support.js');

const tokens = s => (s ?? '').split(',').map(t => t.trim()).filter(t => TOKEN.test(t));

function origin(policy, app) {
  const grants = o => policy.star || policy.origins.includes(o) || policy.matches(o);
  const table = [
    // field, on preflights, on answers, values
    ['Access-Control-Allow-Origin', true, true, req => [req.get('Origin')]],
    ['Access-Control-Allow-Credentials', true, true, () => policy.credentials ? ['true'] : []],
    ['Access-Control-Allow-Methods', true, false, req => policy.methods.includes('*') ? tokens(req.get('Access-Control-Request-Method')) : policy.methods],
    ['Access-Control-Allow-Headers', true, false, req => policy.headers.includes('*') ? tokens(req.get('Access-Control-Request-Headers')) : policy.headers],
    ['Access-Control-Max-Age', true, false, () => [policy.maxAge]],
    ['Access-Control-Expose-Headers', false, true, (req, carried) => policy.expose.includes('*') ? carried : policy.expose],
  ];
  return req => {
    const from = req.get('Origin');
    const preflight = req.method === 'OPTIONS' && from !== undefined && req.get('Access-Control-Request-Method') !== undefined;
    const res = preflight ? new Response(200) : app(req);
    const carried = carriedNames(res);
    res.add('Vary', 'Accept-Encoding, Origin');
    if (from === undefined || !grants(from)) return res;
    for (const [field, onPreflight, onAnswer, values] of table) {
      const found = (preflight ? onPreflight : onAnswer) ? values(req, carried) : [];
      if (found.length) res.add(field, found.join(', '));
    }
    return res;
  };
}

function edge(policy, next) {
  const stored = new Map();
  const lifetime = 2000;
  const revalidated = (req, res) => {
    const tags = (req.get('If-None-Match') ?? '').split(',').map(t => t.trim().replace(/^W\//, ''));
    return tags.includes(res.get('ETag'))
      ? new Response(304, res.headers.filter(h => /^(etag|vary|cache-control|age|access-control-.*)$/i.test(h[0]))) : res;
  };
  return req => {
    const cacheable = ['GET', 'HEAD'].includes(req.method) && req.get('Cookie') === undefined && req.get('Authorization') === undefined
      && req.path === '/open';
    if (!cacheable) return next(req);
    // The key is the address and the grant that the answer holds; refused origins share one answer.
    const grantOf = res => res.get('Access-Control-Allow-Origin') ?? (req.get('Origin') === undefined ? 'none' : 'refused');
    const now = Date.now();
    const fresh = next(req);
    const key = JSON.stringify([req.target, grantOf(fresh)]);
    const kept = stored.get(key);
    if (kept && now - kept.at < lifetime) {
      const res = new Response(200, kept.res.headers, kept.res.body);
      return revalidated(req, res.set('Age', Math.floor((now - kept.at) / 1000)).set('X-Cache', 'HIT'));
    }
    if (!fresh.get('ETag')) fresh.add('ETag', '"edge-1"');
    fresh.set('Cache-Control', 'public, s-maxage=2').set('X-Cache', 'MISS');
    if (stored.size > 1000) stored.clear();
    stored.set(key, { at: now, res: new Response(200, fresh.headers, fresh.body) });
    return revalidated(req, fresh);
  };
}

run(policy => {
  if (!policy.origins.length && policy.regex === null) refuse('no origins');
  if (policy.trap) return () => new Response(403, [['Content-Type', 'text/plain']], 'any origin with credentials: misconfigured\n');
  return edge(policy, origin(policy, application(policy)));
});
