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
		},
		'password-replaced': {
			title: 'Şifreniz değiştirildi',
			subject: '{application} şifreniz değiştirildi',
			text: 'Hesap sayfanızda yeni bir şifre belirlendi. Diğer her yerde oturumunuz kapatıldı.'
		},
		'factor-removed': {
			title: 'Hesabınızdan ikinci bir adım kaldırıldı',
			subject: '{application}: Hesabınızdan ikinci bir adım kaldırıldı',
			text: 'Bir kimlik doğrulama uygulaması, geçiş anahtarı veya yedek kodlar kaldırıldı ya da ikinci adım kapatıldı.'
		},
		'second-step-off': {
			title: 'İkinci adımınız kapatıldı',
			subject: '{application}: İkinci adımınız kapatıldı',
			text: 'Hizmetin bir yöneticisi kapattı. Girişte artık sorulmuyor.'
		},
		'second-step-on': {
			title: 'İkinci adımınız açıldı',
			subject: '{application}: İkinci adımınız açıldı',
			text: 'Hizmetin bir yöneticisi açtı. Girişte yeniden soruluyor.'
		},
		'browser-copied': {
			title: 'Güvenilen bir cihazda ikinci adım yeniden soruluyor',
			subject: '{application}: Güvenilen bir cihazda ikinci adım yeniden soruluyor',
			text: 'Cihazı tanımamızı sağlayan bilgi, biri kopyalamış gibi iki kez kullanıldı. O cihazdaki bir sonraki girişte ikinci adım sorulacak.'
		},
		'email-changed': {
			title: 'E-posta adresiniz değiştirildi',
			subject: '{application}: E-posta adresiniz değiştirildi',
			text: 'Bu, hesap sayfanızda yapıldı.'
		},
		'phone-changed': {
			title: 'Telefon numaranız değiştirildi',
			subject: '{application}: Telefon numaranız değiştirildi',
			text: 'Bu, hesap sayfanızda yapıldı.'
		},
		'username-changed': {
			title: 'Kullanıcı adınız değiştirildi',
			subject: '{application}: Kullanıcı adınız değiştirildi',
			text: 'Bu, hesap sayfanızda yapıldı.'
		},
		'account-deleted': {
			title: 'Hesabınız silindi',
			subject: '{application}: Hesabınız silindi',
			text: 'Hesap sayfasında, içinde saklanan her şeyle birlikte silindi.'
		}
	},
	noticeWarning: 'Bunu siz yapmadıysanız hemen yeni bir şifre belirleyin ve hizmeti yönetenlere haber verin.'
};
