// Entries of the audit log as the API shows them.
export type LogEntry = {
	id: string;
	key: string;
	payload: {
		result: 'Success' | 'Error';
		error?: string;
		ip?: string;
		applicationId?: string;
		userId?: string;
		actorId?: string;
		details?: { fields?: string[] };
	};
	createdAt: number;
};
