import type { ButtonHTMLAttributes } from "react";
import { Link, type LinkProps } from "react-router";
import styles from "./Button.module.css";
import { Icon, type IconName } from "./Icon";

type Look = "primary" | "plain" | "quiet";

interface Dress {
  look?: Look;
  icon?: IconName;
}

const dressed = (look: Look, extra?: string) =>
  [styles.button, styles[look], extra].filter(Boolean).join(" ");

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Dress;

export function Button({ look = "plain", icon, type = "button", className, children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={dressed(look, className)} {...rest}>
      {icon && <Icon name={icon} size={20} />}
      {children}
    </button>
  );
}

/** A link that looks like a button, for what leads to another page. */
export function ButtonLink({ look = "plain", icon, className, children, ...rest }: LinkProps & Dress) {
  return (
    <Link className={dressed(look, className)} {...rest}>
      {icon && <Icon name={icon} size={20} />}
      {children}
    </Link>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "aria-label"> {
  icon: IconName;
  label: string;
  /** For a switch: whether it is on. */
  on?: boolean;
}

/** A round button with an icon alone; its label is read aloud and shown as a tip. */
export function IconButton({ icon, label, on, className, ...rest }: IconButtonProps) {
  const classes = [styles.icon, on && styles.on, className].filter(Boolean).join(" ");
  return (
    <button type="button" className={classes} aria-label={label} aria-pressed={on} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
