// Compression of dynamic responses; built assets are compressed at build time.
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

const smallest = 1024;
/** Handing these to another thread costs more than compressing them. */
const doneAtOnce = 8192;
const text = /^(text\/|application\/(json|javascript|manifest\+json|.*\+json)|image\/svg\+xml)/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** The whole body is held: ours are pages and JSON of a few kB, never streams. */
export async function compress(request: Request, response: Response): Promise<Response> {
	if (!isCompressible(response)) return response;
	response.headers.append('vary', 'accept-encoding');
	const encoding = pickEncoding(request.headers.get('accept-encoding'));
	if (!encoding || Number(response.headers.get('content-length') ?? smallest) < smallest) return response;

	const body = Buffer.from(await response.arrayBuffer());
	const headers = new Headers(response.headers);
	// Set-Cookie is the one header that must not be folded; copying `Headers` keeps its values apart.
	const { status, statusText } = response;
	if (body.length < smallest) return new Response(body, { status, statusText, headers });

	const packed = await pack(body, encoding);
	headers.set('content-encoding', encoding);
	headers.set('content-length', String(packed.length));
	// A strong tag is of the bytes before; and the nonce makes every page a new body, so its tag says nothing.
	if (!headers.get('etag')?.startsWith('W/')) headers.delete('etag');
	return new Response(packed, { status, statusText, headers });
}

function pack(body: Buffer, encoding: 'br' | 'gzip'): Buffer<ArrayBuffer> | Promise<Buffer<ArrayBuffer>> {
	const isSmall = body.length <= doneAtOnce;
	if (encoding === 'gzip') return isSmall ? gzipSync(body) : zip(body);
	// Quality 5 saves 5 % on our pages and takes half as long again; without the hint room for 4 MB is made.
	const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
	return isSmall ? brotliCompressSync(body, { params }) : brotli(body, { params });
}

function isCompressible({ status, headers, body }: Response): boolean {
	if (!body || headers.has('content-encoding') || status === 204 || status === 206 || status === 304) return false;
	return (status === 200 || status >= 400) && text.test(headers.get('content-type') ?? '');
}

function pickEncoding(accepted: string | null): 'br' | 'gzip' | undefined {
	const names = (accepted ?? '')
		.split(',')
		.map((part) => part.trim().split(/\s*;\s*/))
		.filter(([, weight]) => weight === undefined || !/^q=0(\.0*)?$/.test(weight))
		.map(([name]) => name);
	if (names.includes('br')) return 'br';
	return names.includes('gzip') ? 'gzip' : undefined;
}
