import type { MailWords } from '../words.ts';

export const ptBR: MailWords = {
	language: 'pt-BR',
	direction: 'ltr',
	code: {
		SignIn: { title: 'Seu código de acesso', subject: 'Seu código de acesso a {application}' },
		Register: { title: 'Seu código de cadastro', subject: 'Seu código de cadastro em {application}' },
		ForgotPassword: {
			title: 'Seu código para redefinir a senha',
			subject: 'Seu código para redefinir a senha de {application}'
		},
		Generic: { title: 'Seu código de verificação', subject: 'Seu código de verificação de {application}' }
	},
	instruction: 'Digite-o na página em que você o pediu.',
	expiry: 'Vale uma única vez, por {duration}.',
	warning: 'Se você não o pediu, ignore este e-mail. Não compartilhe o código com ninguém.',
	notices: {
		'password-reset': {
			title: 'Sua senha foi alterada',
			subject: 'Sua senha de {application} foi alterada',
			text: 'Uma nova senha foi definida em “Esqueceu a senha?”. Sua sessão foi encerrada em todos os dispositivos; entre com a nova senha.'
		},
		'password-changed': {
			title: 'Sua senha foi alterada',
			subject: 'Sua senha de {application} foi alterada',
			text: 'Um responsável pelo serviço definiu uma nova senha para sua conta. Sua sessão foi encerrada em todos os dispositivos.'
		},
		'password-added': {
			title: 'Sua conta agora tem uma senha',
			subject: 'Sua conta em {application} agora tem uma senha',
			text: 'Uma primeira senha foi definida. A partir de agora, ela também serve para entrar na sua conta.'
		},
		'factor-added': {
			title: 'Uma segunda etapa foi adicionada à sua conta',
			subject: 'Uma segunda etapa foi adicionada à sua conta em {application}',
			text: 'Um app autenticador, uma chave de acesso ou códigos de backup foram configurados para entrar.'
		},
		'password-replaced': {
			title: 'Sua senha foi alterada',
			subject: 'Sua senha de {application} foi alterada',
			text: 'Uma nova senha foi definida na página da sua conta. Sua sessão foi encerrada em todos os outros lugares.'
		},
		'factor-removed': {
			title: 'Uma segunda etapa foi removida da sua conta',
			subject: '{application}: Uma segunda etapa foi removida da sua conta',
			text: 'Um app autenticador, uma chave de acesso ou códigos de backup foram removidos, ou a segunda etapa foi desativada.'
		},
		'second-step-off': {
			title: 'Sua segunda etapa foi desativada',
			subject: '{application}: Sua segunda etapa foi desativada',
			text: 'Um responsável pelo serviço a desativou. Ela não é mais pedida ao entrar.'
		},
		'second-step-on': {
			title: 'Sua segunda etapa foi ativada',
			subject: '{application}: Sua segunda etapa foi ativada',
			text: 'Um responsável pelo serviço a ativou. Ela volta a ser pedida ao entrar.'
		},
		'browser-copied': {
			title: 'Um dispositivo confiável volta a pedir a segunda etapa',
			subject: '{application}: Um dispositivo confiável volta a pedir a segunda etapa',
			text: 'O que permite reconhecê-lo foi usado duas vezes, como se alguém o tivesse copiado. O próximo acesso nele pedirá a segunda etapa.'
		},
		'email-changed': {
			title: 'Seu e-mail foi alterado',
			subject: '{application}: Seu e-mail foi alterado',
			text: 'Isso foi feito na página da sua conta.'
		},
		'phone-changed': {
			title: 'Seu número de telefone foi alterado',
			subject: '{application}: Seu número de telefone foi alterado',
			text: 'Isso foi feito na página da sua conta.'
		},
		'username-changed': {
			title: 'Seu nome de usuário foi alterado',
			subject: '{application}: Seu nome de usuário foi alterado',
			text: 'Isso foi feito na página da sua conta.'
		},
		'account-deleted': {
			title: 'Sua conta foi excluída',
			subject: '{application}: Sua conta foi excluída',
			text: 'Ela foi excluída na página da conta, com tudo o que continha.'
		}
	},
	noticeWarning: 'Se não foi você, defina uma nova senha imediatamente e avise os responsáveis pelo serviço.'
};
