// An address or a number as somebody who knows it recognises it, and nobody else can use it.

/** `a****@example.com`, `****8000`. */
export function maskIdentifier({ type, value }: { type: 'email' | 'phone'; value: string }): string {
	if (type === 'phone') return `****${value.slice(-4)}`;
	const at = value.lastIndexOf('@');
	return `${value.slice(0, Math.min(1, at))}****${value.slice(at)}`;
}
