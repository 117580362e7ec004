// Where one can go in the console, in the order of setting it up.
export const places = [
	{ href: '/console', name: 'start' },
	{ href: '/console/applications', name: 'applications' },
	{ href: '/console/connectors', name: 'connectors' },
	{ href: '/console/sign-in-experience', name: 'experience' },
	{ href: '/console/texts', name: 'texts' },
	{ href: '/console/users', name: 'users' },
	{ href: '/console/logs', name: 'logs' },
	{ href: '/console/webhooks', name: 'webhooks' },
	{ href: '/console/health', name: 'health' }
] as const;
