/** Never out of the console, whatever the address or a cookie says. What a list is filtered by stays. */
export function insideConsole(to: unknown): string {
	return typeof to === 'string' && /^\/console(\/[\w/-]*)?(\?[\w=&%.+*~-]*)?$/.test(to) ? to : '/console';
}
