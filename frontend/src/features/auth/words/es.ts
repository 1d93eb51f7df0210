import type { AuthWords } from "./en";

export const es: AuthWords = {
  forgot: "¿Olvidaste tu contraseña?",
  forgotTitle: "Contraseña nueva",
  forgotExplained: "Dinos el correo de tu cuenta y te enviamos un enlace para elegir una contraseña nueva.",
  send: "Enviarme el enlace",
  sending: "Enviando…",
  sentTitle: "Revisa tu correo",
  writtenTitle: "Mira en la terminal",
  sent: (email) =>
    `Si ${email} tiene una cuenta aquí, el enlace está en camino. Sirve una sola vez y caduca en una hora.`,
  notThere:
    "¿No llega en unos minutos? Mira en el correo no deseado o comprueba que sea el correo de tu cuenta.",
  inTheShell:
    "Este sitio funciona sin servidor de correo: el enlace aparece en la terminal donde se inició. Pídeselo a quien lo inició.",
  noMail: "Este sitio no envía correo. Pide a quienes lo llevan que te pongan una contraseña nueva.",
  remembered: "¿La has recordado?",
  newTitle: "Elige una contraseña nueva",
  newPassword: "Contraseña nueva",
  keep: "Guardar la contraseña",
  keeping: "Guardando…",
  spent: "Este enlace ya no sirve: se usó, ha caducado o está incompleto.",
  askAgain: "Pedir otro enlace",
  changed: "Tu contraseña nueva está guardada. Entra con ella.",
};
