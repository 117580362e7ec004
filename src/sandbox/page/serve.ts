// Placeholder until the inbox page is drawn.
import type { IncomingMessage, ServerResponse } from 'node:http';

export function isPagePath(_path: string): boolean {
	return false;
}

export function servePage(_control: unknown, _request: IncomingMessage, response: ServerResponse): void {
	response.end();
}
