/** Never out of the console, whatever the address or a cookie says. */
export function insideConsole(to: unknown): string {
	return typeof to === 'string' && /^\/console(\/[\w/-]*)?$/.test(to) ? to : '/console';
}
