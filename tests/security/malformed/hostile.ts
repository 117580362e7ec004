// What no honest client sends.

/** In the place of any value: texts that one database or another cannot keep. */
export const unkept: unknown[] = ['a\u0000b', '\ud800', '\udc00a', 1e308];

/** In the place of any value. Nothing here is JSON that a parser could refuse. */
export const values: unknown[] = [
	...unkept,
	null,
	true,
	-1,
	'',
	'\u202e\ufeff\u200b',
	"' or 1=1 --",
	'__proto__',
	'x'.repeat(5000),
	[],
	{},
	JSON.parse('{"__proto__":{"admin":true},"toString":1}')
];

/** In the place of a whole body. */
export const bodies: [name: string, body: string | Uint8Array<ArrayBuffer>][] = [
	['nothing', ''],
	['blanks', '  \n '],
	['half of an object', '{"interactionEvent":'],
	['an array', '[]'],
	['null', 'null'],
	['a number', '1e400'],
	['a text with NUL', '"\\u0000"'],
	['half a surrogate pair', '{"identifier":"\\ud800","password":"\\udfff"}'],
	['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22, 0x3a, 0x31, 0x7d])],
	['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])],
	['one key twice', '{"password":"first","password":{"second":1},"identifier":1,"identifier":[]}'],
	['names of prototypes', '{"__proto__":{"password":"x","interactionEvent":"SignIn"},"constructor":{"prototype":{}}}'],
	['an array of depth 20000', '['.repeat(20_000) + ']'.repeat(20_000)],
	['an object of depth 5000', '{"a":'.repeat(5000) + '1' + '}'.repeat(5000)],
	['a form', 'interactionEvent=SignIn&identifier=ada&password=x'],
	['a page', '<!doctype html><script>alert(1)</script>'],
	['70 kB', JSON.stringify({ interactionEvent: 'x'.repeat(70_000) })]
];

export const contentTypes = [
	'application/json; charset=utf-16',
	'APPLICATION/JSON',
	'text/plain',
	'application/x-www-form-urlencoded',
	'multipart/form-data; boundary=none',
	'application/xml',
	'nonsense'
];

export const cookies = [
	'_interaction=%ff%00; _interaction.sig=x',
	'_interaction={"demo-app":"__proto__"}; _interaction.sig=AAAA',
	'foyer_draft=eyJhbGciOiJub25lIn0..x; foyer_language=%ff',
	'_logto=%7B%22appId%22%3A1%7D; _logto.sig=x; _session=x; _session.sig=y',
	`a=${'x'.repeat(7000)}`,
	'=; ;;; ==; \u00ff'
];

/** Every place of a body with every hostile value in it, one at a time; and each place missing. */
export function spoil(sample: unknown, hostile: unknown[]): unknown[] {
	if (Array.isArray(sample)) {
		const spoilt = sample.flatMap((item, index) => spoil(item, hostile).map((bad) => sample.with(index, bad)));
		return [...hostile, ...spoilt];
	}
	if (typeof sample !== 'object' || sample === null) return hostile;
	return Object.entries(sample).flatMap(([name, value]) => {
		const { [name]: _left, ...rest } = sample as Record<string, unknown>;
		return [rest, ...spoil(value, hostile).map((bad) => ({ ...rest, [name]: bad }))];
	});
}
