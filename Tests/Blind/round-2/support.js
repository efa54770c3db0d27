'use strict';
// What the Node servers of this round share: HTTP/1.1, the policy file and the bare application.
// No CORS logic lives here, except the question whether a policy means any origin.
// Header values are Latin-1 strings, one character a byte; header lines stay apart and in order.
const net = require('net');
const fs = require('fs');

const REASONS = { 200: 'OK', 204: 'No Content', 304: 'Not Modified', 400: 'Bad Request', 401: 'Unauthorized',
  403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 431: 'Request Header Fields Too Large',
  500: 'Internal Server Error', 503: 'Service Unavailable' };
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const PROBES = ['https://corspec-a.example', 'https://corspec-b.test', 'http://corspec-c.invalid:8080'];

function compile(source) {
  let flags = '';
  const inline = /^\(\?([ims]+)\)/.exec(source);
  if (inline) { flags = inline[1]; source = source.slice(inline[0].length); }
  source = '^(?:' + source.replace(/\\A/g, '^').replace(/\\[zZ]/g, '$') + ')$';
  try { return new RegExp(source, flags + 'u'); } catch { return new RegExp(source, flags); }
}

function loadPolicy(file) {
  const data = JSON.parse(fs.readFileSync(file, 'utf8'));
  const policy = {
    origins: data.allow_origins ?? [], regex: data.allow_origin_regex ?? null, methods: data.allow_methods ?? ['GET'],
    headers: data.allow_headers ?? [], credentials: data.allow_credentials ?? false,
    expose: data.expose_headers ?? [], maxAge: data.max_age ?? 600,
  };
  const pattern = policy.regex === null ? null : compile(policy.regex);
  policy.matches = origin => pattern !== null && origin.length <= 512 && pattern.test(origin);
  policy.star = policy.origins.length === 1 && policy.origins[0] === '*';
  policy.anyOrigin = policy.star || PROBES.filter(policy.matches).length >= 2;
  policy.trap = policy.anyOrigin && policy.credentials;
  return policy;
}

class Request {
  constructor(method, target, headers) {
    this.method = method; this.target = target; this.headers = headers; this.body = Buffer.alloc(0);
    this.path = target.split('?')[0];
  }
  all(name) { return this.headers.filter(h => h[0].toLowerCase() === name.toLowerCase()).map(h => h[1]); }
  get(name) { return this.all(name)[0]; }
}

class Response {
  constructor(status, headers = [], body = '') { this.status = status; this.headers = headers.slice(); this.body = body; }
  all(name) { return this.headers.filter(h => h[0].toLowerCase() === name.toLowerCase()).map(h => h[1]); }
  get(name) { return this.all(name)[0]; }
  drop(name) { this.headers = this.headers.filter(h => h[0].toLowerCase() !== name.toLowerCase()); return this; }
  set(name, value) { this.drop(name); return this.add(name, value); }
  add(name, value) { this.headers.push([name, String(value)]); return this; }
}

const SAMPLES = { 'cache-control': 'no-cache', age: '0', expires: '0', etag: '"open-1"', 'content-encoding': 'identity',
  'last-modified': 'Mon, 05 Jan 2026 10:00:00 GMT', location: '/open', 'retry-after': '1',
  link: '</open>; rel="self"', vary: 'Accept', 'set-cookie': 'seen=1; SameSite=None; Secure',
  'content-language': 'en', 'www-authenticate': 'Bearer' };
const FRAMING = ['content-length', 'content-type', 'date', 'connection', 'transfer-encoding', 'keep-alive', 'trailer', 'upgrade'];

function authenticated(req) {
  if (req.all('Authorization').includes('Bearer good')) return true;
  return req.all('Cookie').join(';').split(';').map(pair => pair.trim()).includes('session=good');
}

function application(policy) {
  const kind = ['Content-Type', 'text/plain'];
  return req => {
    if (req.path === '/open') {
      const res = new Response(200, [kind], 'open\n');
      for (const name of policy.expose.includes('*') ? ['X-Request-Id', 'X-Total-Count'] : policy.expose) {
        const lower = name.toLowerCase();
        if (!FRAMING.includes(lower) && !lower.startsWith('access-control-')) res.add(name, SAMPLES[lower] ?? '42');
      }
      return res;
    }
    if (req.path === '/protected') {
      if (authenticated(req)) return new Response(200, [kind], 'protected\n');
      return new Response(401, [kind, ['WWW-Authenticate', 'Bearer']], 'who are you?\n');
    }
    if (req.path === '/failing') return new Response(500, [kind], 'failing\n');
    return new Response(404, [kind], 'missing\n');
  };
}

// Fields that a layer may add to an answer after it has asked what the answer carries.
const LATER = ['Vary', 'ETag', 'Age', 'Cache-Control', 'X-Cache', 'Content-Encoding', 'Timing-Allow-Origin',
  'Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials', 'Access-Control-Expose-Headers',
  'Access-Control-Allow-Methods', 'Access-Control-Allow-Headers', 'Access-Control-Max-Age'];

// Every name that the answer carries or will carry, but Set-Cookie; each once.
function carriedNames(res) {
  const names = res.headers.map(h => h[0]).filter(n => n.toLowerCase() !== 'set-cookie').concat(LATER);
  return [...new Map(names.map(n => [n.toLowerCase(), n])).values()];
}

function refuse(why) {
  process.stderr.write('policy refused: ' + why + '\n');
  process.exit(1);
}

function wire(req, res) {
  const bodiless = res.status === 204 || res.status === 304;
  let head = `HTTP/1.1 ${res.status} ${REASONS[res.status] ?? 'Status'}\r\n`;
  for (const [name, value] of res.headers) head += `${name}: ${value}\r\n`;
  const body = Buffer.from(res.body, 'latin1');
  if (!bodiless && !res.all('Content-Length').length) head += `Content-Length: ${body.length}\r\n`;
  const start = Buffer.from(head + '\r\n', 'latin1');
  return bodiless || req?.method === 'HEAD' ? start : Buffer.concat([start, body]);
}

class Malformed extends Error {}

// One request from the front of a buffer: [request, rest], or null if it is not whole yet.
function parse(buffer) {
  let from = 0;
  while (buffer[from] === 13 || buffer[from] === 10) from++;
  const end = buffer.indexOf('\r\n\r\n', from);
  if (end < 0) { if (buffer.length > 1 << 18) throw new Malformed('431'); return null; }
  const lines = buffer.toString('latin1', from, end).split('\r\n');
  const parts = lines[0].split(' ');
  if (parts.length !== 3) throw new Malformed('400');
  const headers = lines.slice(1).map(line => {
    const colon = line.indexOf(':');
    if (colon < 1 || !TOKEN.test(line.slice(0, colon)) || /[\r\n\0]/.test(line)) throw new Malformed('400');
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')];
  });
  const req = new Request(parts[0], parts[1], headers);
  let at = end + 4;
  if (/chunked/i.test(req.get('Transfer-Encoding') ?? '')) {
    const chunks = [];
    for (;;) {
      const eol = buffer.indexOf('\r\n', at);
      if (eol < 0) return null;
      const size = parseInt(buffer.toString('latin1', at, eol), 16);
      if (!(size >= 0)) throw new Malformed('400');
      if (buffer.length < eol + 2 + size + 2) return null;
      chunks.push(buffer.subarray(eol + 2, eol + 2 + size));
      at = eol + 2 + size + 2;
      if (size === 0) break;
    }
    req.body = Buffer.concat(chunks);
  } else {
    const length = Number(req.get('Content-Length') ?? 0);
    if (!Number.isInteger(length) || length < 0) throw new Malformed('400');
    if (buffer.length < at + length) return null;
    req.body = buffer.subarray(at, at + length);
    at += length;
  }
  return [req, buffer.subarray(at)];
}

// Starts `PROGRAM PORT POLICYFILE`; build(policy) gives the function from request to response.
function run(build) {
  const handle = build(loadPolicy(process.argv[3]));
  const server = net.createServer(socket => {
    let buffer = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', data => {
      buffer = Buffer.concat([buffer, data]);
      try {
        for (let found; (found = parse(buffer));) {
          buffer = found[1];
          socket.write(wire(found[0], handle(found[0])));
          if (/^close$/i.test(found[0].get('Connection') ?? '')) { socket.end(); return; }
        }
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
        socket.end(wire(null, new Response(Number(error.message), [['Connection', 'close']])));
      }
    });
  });
  process.on('SIGTERM', () => process.exit(0));
  server.listen(Number(process.argv[2]), '127.0.0.1');
}

module.exports = { run, refuse, carriedNames, application, authenticated, Response, Request, TOKEN, compile };
