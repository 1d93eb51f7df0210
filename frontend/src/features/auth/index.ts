export { useMe } from "./api/getMe";
export { useLogout } from "./api/logout";
export { ForgotForm } from "./components/ForgotForm";
export { NewPasswordForm } from "./components/NewPasswordForm";
export { SignInForm } from "./components/SignInForm";
export { SignUpForm } from "./components/SignUpForm";
export { useAuthWords } from "./words";
