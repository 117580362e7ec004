// Reads a mail as it came over SMTP: headers, the text part, the HTML part. As much of MIME as mail programs write.

export type Mail = { from: string; subject: string; text: string; html?: string };

type Part = { headers: Map<string, string>; body: string };

/** `raw` is read byte by byte (latin1): each part says by itself how its bytes are to be taken. */
export function readMail(raw: Buffer): Mail {
	const part = splitPart(raw.toString('latin1'));
	const leaves = [...leavesOf(part)];
	const find = (type: string) => leaves.find(({ headers }) => typeOf(headers).startsWith(type));
	const [text, html] = [find('text/plain'), find('text/html')];
	return {
		from: decodeWords(part.headers.get('from') ?? ''),
		subject: decodeWords(part.headers.get('subject') ?? ''),
		text: text ? decodeBody(text).trim() : '',
		...(html ? { html: decodeBody(html) } : {})
	};
}

function splitPart(source: string): Part {
	const [head = ''] = /^[^]*?(?=\r?\n\r?\n|$)/.exec(source) ?? [];
	const headers = new Map<string, string>();
	for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
		const colon = line.indexOf(':');
		if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
	}
	return { headers, body: source.slice(head.length).replace(/^\r?\n\r?\n/, '') };
}

function* leavesOf(part: Part): Generator<Part> {
	const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(part.headers.get('content-type') ?? '') ?? [];
	const boundary = quoted ?? bare;
	if (!typeOf(part.headers).startsWith('multipart/') || !boundary) return yield part;
	const [, ...pieces] = `\n${part.body}`.split(`\n--${boundary}`);
	for (const piece of pieces.filter((text) => !text.startsWith('--'))) {
		yield* leavesOf(splitPart(piece.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, '')));
	}
}

function typeOf(headers: Part['headers']): string {
	return (headers.get('content-type') ?? 'text/plain').toLowerCase();
}

function decodeBody({ headers, body }: Part): string {
	const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(headers.get('content-type') ?? '') ?? [];
	const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
	if (encoding === 'base64') return decode(Buffer.from(body, 'base64'), charset);
	const bytes = encoding === 'quoted-printable' ? fromQuoted(body.replace(/=\r?\n/g, '')) : body;
	return decode(Buffer.from(bytes, 'latin1'), charset);
}

/** RFC 2047: `=?utf-8?B?…?=`, of which neighbours belong together. */
function decodeWords(text: string): string {
	return Buffer.from(text, 'latin1')
		.toString('utf8')
		.replace(/\?=\s+=\?/g, '?==?')
		.replace(/=\?([\w-]+)\?([BQ])\?([^?]*)\?=/gi, (_, charset: string, kind: string, word: string) => {
			const bytes =
				kind.toUpperCase() === 'B'
					? Buffer.from(word, 'base64')
					: Buffer.from(fromQuoted(word.replaceAll('_', ' ')), 'latin1');
			return decode(bytes, charset);
		});
}

function fromQuoted(text: string): string {
	return text.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function decode(bytes: Buffer, charset: string): string {
	try {
		return new TextDecoder(charset).decode(bytes);
	} catch {
		return bytes.toString('utf8');
	}
}
