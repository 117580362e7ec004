// JSON with its length said: what is known to be small need not be read again to see whether compressing it pays.

export function jsonResponse(value: unknown, status: number, headers: Record<string, string>): Response {
	const body = JSON.stringify(value);
	const length = String(Buffer.byteLength(body));
	return new Response(body, {
		status,
		headers: { ...headers, 'content-type': 'application/json', 'content-length': length }
	});
}
