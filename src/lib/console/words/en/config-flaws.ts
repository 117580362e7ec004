// What a connector's configuration lacks, by the API's sentence or by the name of what is wrong.
export const configFlaws = {
	'is missing': 'This is needed.',
	'must not be empty': 'This is needed.',
	'must be an email address': 'An email address.',
	'must be at most 14 characters': '14 characters at most.',
	'must be code or min': 'Either code or min.',
	'is the name alone, without the brackets 【】': 'The name alone, without the brackets 【】.',
	'must have at least one template': 'One template at least.',
	'must contain {{code}}': 'It has {{code}} in it.',
	'must be at most 11 letters and digits, or 15 digits': 'At most 11 letters and digits, or 15 digits.',
	'must be a template code, or an object with `china` and `overseas`':
		'A template code, or an object with china and overseas.',
	'must be an origin such as https://dysmsapi.aliyuncs.com, without path, query or credentials':
		'An origin such as https://dysmsapi.aliyuncs.com, without path, query or credentials.',
	'must use https outside a private network': 'Outside a private network it is https.',
	'must be environment or machine': 'Either environment or machine.',
	'must be an address such as https://messages.example.com/codes, without credentials or fragment':
		'An address such as https://messages.example.com/codes, without credentials or fragment.',
	'must use https outside this machine': 'Outside this machine it is https.',
	'must not be an address of a private or reserved network': 'No address of a private or reserved network.',
	'must have 32 characters or more, for example from `openssl rand -hex 32`':
		'32 characters or more, for example from openssl rand -hex 32.',
	'must be one line of plain characters': 'One line of plain characters.',
	'must be a whole number': 'A whole number.',
	'must be a port': 'A port, from 1 to 65535.',
	'must be a host name or an address, without a scheme': 'A host name or an address, without a scheme.',
	'is for hosts of a private network only: the password and the codes would travel in the clear':
		'For hosts of a private network only: the password and the codes would travel in the clear.',
	'must be the address in `auth.user`: DirectMail takes mail from no other':
		'The address in auth.user: DirectMail takes mail from no other.',
	missing: 'This is needed.',
	moved: 'Where it is sent has changed: enter this again.',
	invalid_type: 'This is of another kind.',
	invalid_value: 'None of the values that it may have.',
	unrecognized_keys: 'It has fields that nobody knows.'
};
