import type { Role } from "../lib/role";

/** What is said about oneself and one's account. */
export interface SettingsWords {
  name: string;
  rename: string;
  saved: string;
  dancing: string;
  dancingText: string;
  role: string;
  roleName: Record<Role, string>;
  captions: string;
  captionsText: string;
  autosave: string;
  autosaveText: string;
  app: string;
  security: string;
  changePassword: string;
  currentPassword: string;
  newPassword: string;
  passwordChanged: string;
  sessions: string;
  sessionHere: string;
  on: (browser: string, system: string) => string;
  unknownDevice: string;
  lastUsed: (when: string) => string;
  end: string;
  endNamed: (device: string) => string;
  endOthers: string;
  data: string;
  dataText: string;
  download: string;
  downloading: string;
  close: string;
  closeTitle: string;
  closeText: string;
  closeEmail: (email: string) => string;
  closeDo: string;
  closing: string;
  keep: string;
}

export const en: SettingsWords = {
  name: "Your name",
  rename: "Save",
  saved: "Saved",
  dancing: "How you like to dance",
  dancingText: "We start from this, here and in the chat, unless you say otherwise.",
  role: "You dance as",
  roleName: { both: "Both", lead: "Lead", follow: "Follow" },
  captions: "Captions",
  captionsText: "Show the names and counts of the moves over the video.",
  autosave: "Save every dance",
  autosaveText: "Each finished dance goes to Saved by itself.",
  app: "The app",
  security: "Password and devices",
  changePassword: "Change the password",
  currentPassword: "Your password now",
  newPassword: "Your new password",
  passwordChanged: "Your password is changed. Every other device was signed out.",
  sessions: "Where you are signed in",
  sessionHere: "This device",
  on: (browser, system) => `${browser} on ${system}`,
  unknownDevice: "A device without a name",
  lastUsed: (when) => `Last used ${when}`,
  end: "End",
  endNamed: (device) => `End the session of ${device}`,
  endOthers: "End all other sessions",
  data: "Your data",
  dataText: "Everything we keep about you, in one file: dances, loops, conversations, preferences.",
  download: "Download my data",
  downloading: "Collecting it…",
  close: "Close my account",
  closeTitle: "Close your account for good?",
  closeText:
    "All your dances, songs, conversations and class plans are deleted, and links you shared stop working. Nobody can bring them back.",
  closeEmail: (email) => `Type ${email} to be sure`,
  closeDo: "Close it for good",
  closing: "Closing…",
  keep: "Keep my account",
};
