import type { MailWords } from '../words.ts';

export const ko: MailWords = {
	language: 'ko',
	direction: 'ltr',
	code: {
		SignIn: { title: '로그인 인증번호', subject: '{application} 로그인 인증번호' },
		Register: { title: '회원가입 인증번호', subject: '{application} 회원가입 인증번호' },
		ForgotPassword: { title: '비밀번호 재설정 인증번호', subject: '{application} 비밀번호 재설정 인증번호' },
		Generic: { title: '인증번호', subject: '{application} 인증번호' }
	},
	instruction: '인증번호를 요청한 페이지에 입력해 주세요.',
	expiry: '{duration} 동안 한 번만 사용할 수 있어요.',
	warning: '요청한 적이 없다면 이 메일을 무시해 주세요. 인증번호를 다른 사람에게 알려 주지 마세요.',
	notices: {
		'password-reset': {
			title: '비밀번호가 변경됐어요',
			subject: '{application} 비밀번호가 변경됐어요',
			text: '‘비밀번호를 잊으셨나요?’에서 새 비밀번호가 설정됐어요. 모든 기기에서 로그아웃됐으니 새 비밀번호로 로그인해 주세요.'
		},
		'password-changed': {
			title: '비밀번호가 변경됐어요',
			subject: '{application} 비밀번호가 변경됐어요',
			text: '서비스 관리자가 회원님 계정에 새 비밀번호를 설정했어요. 모든 기기에서 로그아웃됐어요.'
		},
		'password-added': {
			title: '계정에 비밀번호가 설정됐어요',
			subject: '{application} 계정에 비밀번호가 설정됐어요',
			text: '계정에 처음으로 비밀번호가 설정됐어요. 이제 이 비밀번호로도 로그인할 수 있어요.'
		},
		'factor-added': {
			title: '계정에 2단계 인증이 추가됐어요',
			subject: '{application} 계정에 2단계 인증이 추가됐어요',
			text: '로그인에 쓸 인증 앱, 패스키 또는 백업 코드가 설정됐어요.'
		},
		'password-replaced': {
			title: '비밀번호가 변경됐어요',
			subject: '{application} 비밀번호가 변경됐어요',
			text: '계정 페이지에서 새 비밀번호를 설정했어요. 다른 곳에서는 모두 로그아웃됐어요.'
		},
		'factor-removed': {
			title: '계정에서 2단계 인증이 해제됐어요',
			subject: '{application}: 계정에서 2단계 인증이 해제됐어요',
			text: '인증 앱, 패스키 또는 백업 코드가 삭제됐거나 2단계 인증이 꺼졌어요.'
		},
		'second-step-off': {
			title: '2단계 인증이 꺼졌어요',
			subject: '{application}: 2단계 인증이 꺼졌어요',
			text: '서비스 관리자가 껐어요. 로그인할 때 더 이상 묻지 않아요.'
		},
		'second-step-on': {
			title: '2단계 인증이 켜졌어요',
			subject: '{application}: 2단계 인증이 켜졌어요',
			text: '서비스 관리자가 켰어요. 로그인할 때 다시 물어봐요.'
		},
		'browser-copied': {
			title: '신뢰하던 기기에서 2단계 인증을 다시 물어봐요',
			subject: '{application}: 신뢰하던 기기에서 2단계 인증을 다시 물어봐요',
			text: '기기를 알아보는 정보가 누군가 복사한 것처럼 두 번 쓰였어요. 그 기기에서 다음에 로그인할 때 2단계 인증을 물어봐요.'
		},
		'email-changed': {
			title: '이메일 주소가 변경됐어요',
			subject: '{application}: 이메일 주소가 변경됐어요',
			text: '계정 페이지에서 변경했어요.'
		},
		'phone-changed': {
			title: '전화번호가 변경됐어요',
			subject: '{application}: 전화번호가 변경됐어요',
			text: '계정 페이지에서 변경했어요.'
		},
		'username-changed': {
			title: '사용자 이름이 변경됐어요',
			subject: '{application}: 사용자 이름이 변경됐어요',
			text: '계정 페이지에서 변경했어요.'
		},
		'account-deleted': {
			title: '계정이 삭제됐어요',
			subject: '{application}: 계정이 삭제됐어요',
			text: '계정 페이지에서 저장된 내용과 함께 삭제됐어요.'
		}
	},
	noticeWarning: '직접 하신 일이 아니라면 바로 새 비밀번호를 설정하고 서비스 운영자에게 알려 주세요.'
};
