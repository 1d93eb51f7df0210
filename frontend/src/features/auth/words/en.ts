/** What the way to a new password says. */
export interface AuthWords {
  forgot: string;
  forgotTitle: string;
  forgotExplained: string;
  send: string;
  sending: string;
  sentTitle: string;
  writtenTitle: string;
  sent: (email: string) => string;
  notThere: string;
  inTheShell: string;
  noMail: string;
  remembered: string;
  newTitle: string;
  newPassword: string;
  keep: string;
  keeping: string;
  spent: string;
  askAgain: string;
  changed: string;
}

export const en: AuthWords = {
  forgot: "Forgot your password?",
  forgotTitle: "A new password",
  forgotExplained:
    "Tell us the email of your account. We send you a link, and there you choose a new password.",
  send: "Send me the link",
  sending: "Sending…",
  sentTitle: "Look into your mail",
  writtenTitle: "Look into the terminal",
  sent: (email) =>
    `If ${email} has an account here, a link is on its way. It works once, within the next hour.`,
  notThere:
    "Nothing after a few minutes? Look among the spam, or see whether the email is the one of your account.",
  inTheShell:
    "This site runs without a mail server: the link appears in the terminal where it was started. Ask whoever started it.",
  noMail: "This site sends no mail. Ask the people who run it: they can set a new password for you.",
  remembered: "Remembered it?",
  newTitle: "Choose a new password",
  newPassword: "New password",
  keep: "Save the password",
  keeping: "Saving…",
  spent: "This link is no longer good: it was used, is too old or incomplete.",
  askAgain: "Ask for a new link",
  changed: "Your new password is saved. Sign in with it.",
};
