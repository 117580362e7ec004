// One request to `/_sandbox/**`, whose refusal is an error of the test that made it.

export async function request(sandboxUrl: string, method: string, path: string, body?: unknown): Promise<unknown> {
	const response = await fetch(`${sandboxUrl}/_sandbox/${path}`, {
		method,
		body: body === undefined ? undefined : JSON.stringify(body)
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`the sandbox answers ${response.status} to ${method} ${path}: ${text}`);
	return text ? JSON.parse(text) : undefined;
}
