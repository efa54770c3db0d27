// HTTP/1.1, the application, the policy and a right CORS layer, for the servers of this folder.
'use strict';
const fs = require('fs');
const net = require('net');

const SAFELISTED_METHODS = ['GET', 'HEAD', 'POST'];
const SAFELISTED_HEADERS = ['accept', 'accept-language', 'content-language'];
const TRAP_PROBES = ['https://corspec-a.example', 'https://corspec-b.test', 'http://corspec-c.invalid:8080'];
const REASONS = { 200: 'OK', 204: 'No Content', 304: 'Not Modified', 400: 'Bad Request', 401: 'Unauthorized',
  403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 500: 'Internal Server Error' };
const SAMPLE_VALUES = { etag: '"1"', 'cache-control': 'no-cache', pragma: 'no-cache', 'content-encoding': 'identity',
  'content-language': 'en', date: 'Thu, 01 Jan 2026 00:00:00 GMT', expires: 'Thu, 01 Jan 2026 00:00:00 GMT',
  'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT', location: '/open', 'www-authenticate': 'Bearer' };
const FRAMING = ['content-length', 'transfer-encoding', 'connection', 'vary', 'set-cookie', 'content-type'];

// Ends the program: the policy is refused at start.
function refuse(why) {
  process.stderr.write(why + '\n');
  process.exit(1);
}

class Request {
  constructor(method, target, headers) {
    this.method = method;
    this.headers = headers;
    this.path = target.replace(/^[a-z]+:\/\/[^/?]*/, '').split('?')[0];
  }
  all(name) { return this.headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value); }
  get(name) { return this.all(name)[0]; }
  // The one Origin; several lines are joined, and so equal no origin.
  get origin() { const values = this.all('origin'); return values.length ? values.join(', ') : undefined; }
  get isPreflight() {
    return this.method === 'OPTIONS' && this.origin !== undefined && this.wantedMethod !== undefined;
  }
  get wantedMethod() { return this.get('access-control-request-method'); }
  // The requested header names, lower-case.
  get wantedHeaders() {
    return this.all('access-control-request-headers').join(',').split(',')
      .map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
  }
}

class Response {
  constructor(status, headers = [], body = '') {
    this.status = status;
    this.headers = [...headers];
    this.body = body;
    this.close = false;
    this.chunked = false;
    this.spell = (name) => name;
  }
  add(name, value) { this.headers.push([name, value]); }
  has(name) { return this.headers.some(([key]) => key.toLowerCase() === name.toLowerCase()); }
  remove(name) { this.headers = this.headers.filter(([key]) => key.toLowerCase() !== name.toLowerCase()); }
  // Every header name that goes on the wire, framing included.
  names() {
    const found = this.headers.map(([key]) => key).filter((key) => key.toLowerCase() !== 'set-cookie');
    return [...new Set([...found, 'Access-Control-Expose-Headers', 'Content-Length', 'Transfer-Encoding', 'Connection'])];
  }
}

function anchored(source) {
  const insensitive = source.startsWith('(?i)');
  return new RegExp('^(?:' + source.slice(insensitive ? 4 : 0) + ')$', insensitive ? 'i' : '');
}

class Policy {
  constructor(path) {
    const data = JSON.parse(fs.readFileSync(path, 'utf8'));
    this.origins = data.allow_origins ?? [];
    this.regex = data.allow_origin_regex ?? undefined;
    this.methods = data.allow_methods ?? ['GET'];
    this.headers = data.allow_headers ?? [];
    this.credentials = data.allow_credentials ?? false;
    this.exposed = data.expose_headers ?? [];
    this.maxAge = data.max_age ?? 600;
    const isStar = (list) => list.length === 1 && list[0] === '*';
    this.anyOrigin = isStar(this.origins);
    this.anyMethod = isStar(this.methods);
    this.anyHeader = isStar(this.headers);
    this.anyExposed = isStar(this.exposed);
    this.listedHeaders = this.headers.map((name) => name.toLowerCase());
    try {
      this.pattern = this.regex === undefined ? undefined : anchored(this.regex);
    } catch (error) {
      refuse('allow_origin_regex: ' + error.message);
    }
  }
  get isTrap() {
    if (!this.credentials) return false;
    return this.anyOrigin || TRAP_PROBES.filter((probe) => this.regexMatches(probe)).length >= 2;
  }
  regexMatches(origin) { return this.pattern !== undefined && origin.length <= 512 && this.pattern.test(origin); }
  lists(origin) { return this.origins.includes(origin); }
  grants(origin) {
    if (origin === undefined) return false;
    return this.anyOrigin || this.lists(origin) || this.regexMatches(origin);
  }
  grantsMethod(method) {
    return this.anyMethod || this.methods.includes(method) || SAFELISTED_METHODS.includes(method);
  }
  grantsHeader(name) {
    return this.anyHeader || this.listedHeaders.includes(name) || SAFELISTED_HEADERS.includes(name);
  }
}

function authenticated(request) {
  const cookies = request.all('cookie').join(';').split(';').map((item) => item.trim());
  return request.all('authorization').includes('Bearer good') || cookies.includes('session=good');
}

// The whole application, without CORS.
function application(request, policy) {
  const plain = [['Content-Type', 'text/plain']];
  if (request.path === '/open') {
    const response = new Response(200, plain, 'open\n');
    for (const name of policy.anyExposed ? ['X-Sample'] : policy.exposed) {
      if (!FRAMING.includes(name.toLowerCase())) response.add(name, SAMPLE_VALUES[name.toLowerCase()] ?? '1');
    }
    return response;
  }
  if (request.path === '/protected') {
    if (authenticated(request)) return new Response(200, plain, 'protected\n');
    return new Response(401, [...plain, ['WWW-Authenticate', 'Bearer']], 'who are you?\n');
  }
  if (request.path === '/failing') return new Response(500, plain, 'failed\n');
  return new Response(404, plain, 'nothing here\n');
}

// A right CORS layer around the application; refuses the trap at start.
class Cors {
  constructor(policy) {
    this.policy = policy;
    if (this.isTrap()) refuse('any origin together with credentials');
  }
  isTrap() { return this.policy.isTrap; }
  application(request) { return application(request, this.policy); }
  handle(request) { return request.isPreflight ? this.preflight(request) : this.actual(request); }
  grantsOrigin(request) { return this.policy.grants(request.origin); }
  // Adds the grant of the origin, and says whether there is one.
  addOrigin(request, response) {
    if (this.policy.anyOrigin) {
      response.add('Access-Control-Allow-Origin', '*');
      return true;
    }
    response.add('Vary', 'Origin');
    if (!this.grantsOrigin(request)) return false;
    response.add('Access-Control-Allow-Origin', request.origin);
    if (this.policy.credentials) response.add('Access-Control-Allow-Credentials', 'true');
    return true;
  }
  addExposed(request, response) {
    const { anyExposed, exposed, credentials } = this.policy;
    if (exposed.length === 0) return;
    const names = anyExposed && credentials ? response.names() : exposed;
    response.add('Access-Control-Expose-Headers', names.join(', '));
  }
  allowMethods(request) { return this.policy.anyMethod ? request.wantedMethod : this.policy.methods.join(', '); }
  addAllowHeaders(request, response) {
    const names = this.policy.anyHeader ? request.wantedHeaders : this.policy.headers;
    if (names.length > 0) response.add('Access-Control-Allow-Headers', names.join(', '));
  }
  maxAge() { return this.policy.maxAge; }
  preflight(request) {
    const response = new Response(204);
    if (!this.addOrigin(request, response)) return response;
    const granted = this.policy.grantsMethod(request.wantedMethod)
      && request.wantedHeaders.every((name) => this.policy.grantsHeader(name));
    if (!granted) return new Response(400, [['Vary', 'Origin']], 'not allowed\n');
    const methods = this.allowMethods(request);
    if (methods !== '') response.add('Access-Control-Allow-Methods', methods);
    this.addAllowHeaders(request, response);
    response.add('Access-Control-Max-Age', String(this.maxAge()));
    return response;
  }
  actual(request) {
    const response = this.application(request);
    if (this.addOrigin(request, response)) this.addExposed(request, response);
    return response;
  }
}

// Takes one whole request from the front of `text`: {request, rest}, or undefined if more must come.
function takeRequest(text, socket, connection) {
  text = text.replace(/^(\r?\n)+/, '');
  const end = /\r?\n\r?\n/.exec(text);
  if (!end) return undefined;
  const lines = text.slice(0, end.index).split(/\r?\n/);
  const first = lines[0].split(' ');
  if (first.length !== 3) throw new Error('request line');
  const headers = lines.slice(1).map((line) => {
    const colon = line.indexOf(':');
    if (colon < 0) throw new Error('a header line without a colon');
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')];
  });
  const request = new Request(first[0], first[1], headers);
  let rest = text.slice(end.index + end[0].length);
  if ((request.get('expect') ?? '').toLowerCase() === '100-continue' && !connection.continued) {
    connection.continued = true;
    socket.write('HTTP/1.1 100 Continue\r\n\r\n');
  }
  if ((request.get('transfer-encoding') ?? '').toLowerCase().includes('chunked')) {
    for (;;) {
      const size = /^([0-9a-fA-F]+)[^\n]*\n/.exec(rest);
      if (!size) return undefined;
      const length = parseInt(size[1], 16);
      if (length === 0) break;
      if (rest.length < size[0].length + length + 2) return undefined;
      rest = rest.slice(size[0].length + length + 2);
    }
    const trailer = /^0+[^\n]*\n(?:[^\r\n]+\r?\n)*\r?\n/.exec(rest);
    if (!trailer) return undefined;
    rest = rest.slice(trailer[0].length);
  } else {
    const length = Number(request.get('content-length') ?? 0);
    if (rest.length < length) return undefined;
    rest = rest.slice(length);
  }
  connection.continued = false;
  const wish = (request.get('connection') ?? '').toLowerCase();
  request.keepAlive = !wish.includes('close') && (first[2] === 'HTTP/1.1' || wish.includes('keep-alive'));
  return { request, rest };
}

function encode(method, response, keepAlive) {
  const headers = [...response.headers];
  const bodiless = response.status === 204 || response.status === 304;
  let body = response.body;
  if (!bodiless && response.chunked) {
    headers.push(['Transfer-Encoding', 'chunked']);
    body = (body === '' ? '' : body.length.toString(16) + '\r\n' + body + '\r\n') + '0\r\n\r\n';
  } else if (!bodiless) {
    headers.push(['Content-Length', String(body.length)]);
  }
  if (!keepAlive) headers.push(['Connection', 'close']);
  const lines = headers.map(([name, value]) => `${response.spell(name)}: ${value}\r\n`);
  const head = `HTTP/1.1 ${response.status} ${REASONS[response.status] ?? ''}\r\n${lines.join('')}\r\n`;
  return Buffer.from(head + (bodiless || method === 'HEAD' ? '' : body), 'latin1');
}

// Serves `makeLayer(policy).handle` as `PROGRAM PORT POLICYFILE` says.
function serve(makeLayer) {
  const layer = makeLayer(new Policy(process.argv[3]));
  net.createServer((socket) => {
    let text = '';
    const connection = { continued: false };
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      text += data.toString('latin1');
      try {
        for (let taken; (taken = takeRequest(text, socket, connection)) !== undefined;) {
          text = taken.rest;
          const response = layer.handle(taken.request);
          const keepAlive = taken.request.keepAlive && !response.close;
          socket.write(encode(taken.request.method, response, keepAlive));
          if (!keepAlive) return void socket.end();
        }
      } catch (error) {
        socket.end(encode('GET', new Response(400), false));
      }
    });
  }).listen(Number(process.argv[2]), '127.0.0.1');
}

module.exports = { Cors, Policy, Request, Response, SAFELISTED_HEADERS, SAFELISTED_METHODS, application,
  authenticated, refuse, serve };
