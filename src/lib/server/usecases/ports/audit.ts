// The audit log.

export type AuditEntry = {
	/** `Interaction.SignIn.Submit`, `Interaction.SignIn.Verification.PhoneVerificationCode.Create`, … */
	key: string;
	result: 'Success' | 'Error';
	/** Problem code when refused. */
	error?: string;
	interactionId?: string;
	applicationId?: string;
	userId?: string;
	ip?: string;
	userAgent?: string;
	at: number;
};

export type AuditStore = { append(entry: AuditEntry): Promise<void> };
