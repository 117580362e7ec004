import type { MailWords } from '../words.ts';

export const ptPT: MailWords = {
	language: 'pt-PT',
	direction: 'ltr',
	code: {
		SignIn: { title: 'O seu código de início de sessão', subject: 'O seu código de início de sessão em {application}' },
		Register: { title: 'O seu código de registo', subject: 'O seu código de registo em {application}' },
		ForgotPassword: {
			title: 'O seu código para repor a palavra-passe',
			subject: 'O seu código para repor a palavra-passe de {application}'
		},
		Generic: { title: 'O seu código de verificação', subject: 'O seu código de verificação de {application}' }
	},
	instruction: 'Introduza-o na página em que o pediu.',
	expiry: 'Só funciona uma vez e é válido por {duration}.',
	warning: 'Se não o pediu, ignore este e-mail. Não partilhe o código com ninguém.',
	notices: {
		'password-reset': {
			title: 'A sua palavra-passe foi alterada',
			subject: 'A sua palavra-passe de {application} foi alterada',
			text: 'Foi definida uma nova palavra-passe em «Esqueceu-se da palavra-passe?». A sua sessão foi terminada em todos os dispositivos; inicie sessão com a nova.'
		},
		'password-changed': {
			title: 'A sua palavra-passe foi alterada',
			subject: 'A sua palavra-passe de {application} foi alterada',
			text: 'Um responsável pelo serviço definiu uma nova palavra-passe para a sua conta. A sua sessão foi terminada em todos os dispositivos.'
		},
		'password-added': {
			title: 'A sua conta já tem palavra-passe',
			subject: 'A sua conta em {application} já tem palavra-passe',
			text: 'Foi definida uma primeira palavra-passe. A partir de agora, também pode usá-la para aceder à sua conta.'
		},
		'factor-added': {
			title: 'Foi adicionado um segundo passo à sua conta',
			subject: 'Foi adicionado um segundo passo à sua conta em {application}',
			text: 'Foi configurada uma aplicação de autenticação, uma chave de acesso ou códigos de segurança para iniciar sessão.'
		},
		'password-replaced': {
			title: 'A sua palavra-passe foi alterada',
			subject: 'A sua palavra-passe de {application} foi alterada',
			text: 'Foi definida uma nova palavra-passe na página da sua conta. A sessão foi terminada em todos os outros locais.'
		},
		'factor-removed': {
			title: 'Um segundo passo foi removido da sua conta',
			subject: '{application}: Um segundo passo foi removido da sua conta',
			text: 'Uma aplicação de autenticação, uma chave de acesso ou códigos de segurança foram removidos, ou o segundo passo foi desativado.'
		},
		'second-step-off': {
			title: 'O seu segundo passo foi desativado',
			subject: '{application}: O seu segundo passo foi desativado',
			text: 'Um responsável pelo serviço desativou-o. Já não é pedido ao iniciar sessão.'
		},
		'second-step-on': {
			title: 'O seu segundo passo foi ativado',
			subject: '{application}: O seu segundo passo foi ativado',
			text: 'Um responsável pelo serviço ativou-o. Volta a ser pedido ao iniciar sessão.'
		},
		'browser-copied': {
			title: 'Um dispositivo de confiança volta a pedir o segundo passo',
			subject: '{application}: Um dispositivo de confiança volta a pedir o segundo passo',
			text: 'Aquilo que permite reconhecê-lo foi usado duas vezes, como se alguém o tivesse copiado. O próximo início de sessão nesse dispositivo pedirá o segundo passo.'
		},
		'email-changed': {
			title: 'O seu e-mail foi alterado',
			subject: '{application}: O seu e-mail foi alterado',
			text: 'Isto foi feito na página da sua conta.'
		},
		'phone-changed': {
			title: 'O seu número de telefone foi alterado',
			subject: '{application}: O seu número de telefone foi alterado',
			text: 'Isto foi feito na página da sua conta.'
		},
		'username-changed': {
			title: 'O seu nome de utilizador foi alterado',
			subject: '{application}: O seu nome de utilizador foi alterado',
			text: 'Isto foi feito na página da sua conta.'
		},
		'account-deleted': {
			title: 'A sua conta foi eliminada',
			subject: '{application}: A sua conta foi eliminada',
			text: 'Foi eliminada na página da conta, com tudo o que continha.'
		}
	},
	noticeWarning: 'Se não fez esta alteração, defina já uma nova palavra-passe e avise os responsáveis pelo serviço.'
};
