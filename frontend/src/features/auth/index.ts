export { useMe } from "./api/getMe";
export { useLogout } from "./api/logout";
export { SignInForm } from "./components/SignInForm";
export { SignUpForm } from "./components/SignUpForm";
