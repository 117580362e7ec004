import type { MailWords } from '../words.ts';

export const trTR: MailWords = {
	language: 'tr-TR',
	direction: 'ltr',
	code: {
		SignIn: { title: 'Giriş kodunuz', subject: '{application} giriş kodunuz' },
		Register: { title: 'Kayıt kodunuz', subject: '{application} kayıt kodunuz' },
		ForgotPassword: { title: 'Şifre sıfırlama kodunuz', subject: '{application} şifre sıfırlama kodunuz' },
		Generic: { title: 'Doğrulama kodunuz', subject: '{application} doğrulama kodunuz' }
	},
	instruction: 'Kodu, talep ettiğiniz sayfaya girin.',
	expiry: '{duration} geçerlidir ve yalnızca bir kez kullanılabilir.',
	warning: 'Kodu siz istemediyseniz bu e-postayı dikkate almayın. Kodu kimseyle paylaşmayın.',
	notices: {
		'password-reset': {
			title: 'Şifreniz değiştirildi',
			subject: '{application} şifreniz değiştirildi',
			text: '“Şifrenizi mi unuttunuz?” ile yeni bir şifre belirlendi. Tüm cihazlarda oturumunuz kapatıldı. Yeni şifrenizle giriş yapın.'
		},
		'password-changed': {
			title: 'Şifreniz değiştirildi',
			subject: '{application} şifreniz değiştirildi',
			text: 'Hizmetin bir yöneticisi hesabınıza yeni bir şifre belirledi. Tüm cihazlarda oturumunuz kapatıldı.'
		},
		'password-added': {
			title: 'Hesabınızın artık bir şifresi var',
			subject: '{application} hesabınızın artık bir şifresi var',
			text: 'İlk kez bir şifre belirlendi. Bundan böyle hesabınıza bu şifreyle de giriş yapılabilir.'
		},
		'factor-added': {
			title: 'Hesabınıza ikinci bir adım eklendi',
			subject: '{application} hesabınıza ikinci bir adım eklendi',
			text: 'Giriş için bir kimlik doğrulama uygulaması, geçiş anahtarı veya yedek kodlar ayarlandı.'
		}
	},
	noticeWarning: 'Bunu siz yapmadıysanız hemen yeni bir şifre belirleyin ve hizmeti yönetenlere haber verin.'
};
