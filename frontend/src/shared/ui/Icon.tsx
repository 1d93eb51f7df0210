import type { ReactNode } from "react";

const PATHS = {
  play: <path d="M8 5.5v13l11-6.5z" fill="currentColor" />,
  pause: <path d="M7 5.5h3.5v13H7zM13.5 5.5H17v13h-3.5z" fill="currentColor" stroke="none" />,
  stop: <rect x="7" y="7" width="10" height="10" rx="1.5" fill="currentColor" />,
  next: <path d="M6 6l8 6-8 6zM17.5 6v12" />,
  previous: <path d="M18 6l-8 6 8 6zM6.5 6v12" />,
  loop: <path d="M17 3.5l3 3-3 3M4 11.5v-1a4 4 0 0 1 4-4h12M7 20.5l-3-3 3-3M20 12.5v1a4 4 0 0 1-4 4H4" />,
  mirror: <path d="M12 4v16M8.5 8L4 16h4.5zM15.5 8l4.5 8h-4.5z" />,
  captions: (
    <>
      <rect x="3" y="5.5" width="18" height="13" rx="2.5" />
      <path d="M10.5 10.5a2 2 0 1 0 0 3M17 10.5a2 2 0 1 0 0 3" />
    </>
  ),
  fullscreen: <path d="M4 9V4.5h4.5M15.5 4.5H20V9M20 15v4.5h-4.5M8.5 19.5H4V15" />,
  keyboard: (
    <>
      <rect x="2.5" y="6" width="19" height="12" rx="2" />
      <path d="M6 10h.01M9 10h.01M12 10h.01M15 10h.01M18 10h.01M8 14h8" />
    </>
  ),
  minus: <path d="M5.5 12h13" />,
  plus: <path d="M5.5 12h13M12 5.5v13" />,
  search: <path d="M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15 15l4.5 4.5" />,
  close: <path d="M6 6l12 12M18 6L6 18" />,
  check: <path d="M5 12.5l4.5 4.5L19 7.5" />,
  warning: <path d="M12 4L2.8 19.5h18.4zM12 10v4.5M12 17.2h.01" />,
  upload: <path d="M12 15V4M7.5 8.5L12 4l4.5 4.5M5 19.5h14" />,
  wave: <path d="M4 10v4M8 6.5v11M12 9v6M16 4.5v15M20 10v4" />,
  chart: <path d="M4.5 19.5h15M7 16.5v-5M12 16.5V5M17 16.5v-8" />,
  sound: <path d="M4.5 9.5v5h3.5l4.5 4v-13l-4.5 4zM16 9a4 4 0 0 1 0 6M18.5 6.5a7.5 7.5 0 0 1 0 11" />,
  mute: <path d="M4.5 9.5v5h3.5l4.5 4v-13l-4.5 4zM16 9.5l5 5M21 9.5l-5 5" />,
  zoom: <path d="M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15 15l4.5 4.5M10.5 8v5M8 10.5h5" />,
  download: <path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14" />,
  device: <path d="M8 3.5h8v17H8zM11 17.5h2M12 7v5.5M9.8 10.3l2.2 2.2 2.2-2.2" />,
  trash: <path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 12.5h9l1-12.5M10.5 11v5M13.5 11v5" />,
  back: <path d="M19 12H5M11 6l-6 6 6 6" />,
  dance: (
    <>
      <circle cx="7.5" cy="5.5" r="2" />
      <circle cx="17" cy="7" r="1.8" />
      <path d="M7.5 9v6.5L5 20.5M7.5 15.5l2.5 5M7.5 10l5-5.5 4.5 6M17 10.5v3l-3 4.5h6l-3-4.5M16 18v2.5M18 18v2.5" />
    </>
  ),
  undo: <path d="M8.5 5L4 9.5l4.5 4.5M4.5 9.5H14a5 5 0 0 1 0 10h-4" />,
  redo: <path d="M15.5 5L20 9.5 15.5 14M19.5 9.5H10a5 5 0 0 0 0 10h4" />,
  dice: (
    <>
      <rect x="4" y="4" width="16" height="16" rx="3" />
      <path d="M8.5 8.5h.01M15.5 8.5h.01M12 12h.01M8.5 15.5h.01M15.5 15.5h.01" />
    </>
  ),
  change: <path d="M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5" />,
  lock: (
    <>
      <rect x="5" y="10.5" width="14" height="9.5" rx="2" />
      <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
    </>
  ),
  ban: <path d="M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM6.5 6.5l11 11" />,
  studio: <path d="M4 7h9M17.5 7H20M4 12h2.5M11 12h9M4 17h9M17.5 17H20M15 5v4M8.5 10v4M15 15v4" />,
  countIn: <path d="M8 4.5h8l3 15.5H5zM12 15.5l4.5-8M6.2 15.5h11.6" />,
  saved: <path d="M6.5 4.5h11v15.5L12 16l-5.5 4z" />,
  heart: (
    <path d="M12 20C5 15.2 3.5 12 3.5 9.2A4.4 4.4 0 0 1 12 7.4a4.4 4.4 0 0 1 8.5 1.8C20.5 12 19 15.2 12 20z" />
  ),
  share: (
    <>
      <circle cx="6.5" cy="12" r="2.5" />
      <circle cx="17.5" cy="6" r="2.5" />
      <circle cx="17.5" cy="18" r="2.5" />
      <path d="M8.8 10.8l6.4-3.5M8.8 13.2l6.4 3.5" />
    </>
  ),
  pencil: <path d="M4.5 19.5l1-4L16 5a2 2 0 0 1 3 3L8.5 18.5zM14 7l3 3" />,
  tag: <path d="M4.5 4.5h7l8 8-7 7-8-8zM8.5 8.5h.01" />,
  copy: <path d="M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4" />,
  filter: <path d="M4 6.5h16M7 12h10M10 17.5h4" />,
  up: <path d="M6 14.5l6-6 6 6" />,
  down: <path d="M6 9.5l6 6 6-6" />,
  grip: <path d="M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01" strokeWidth={3} />,
  print: <path d="M7 9V4.5h10V9M7 17H4.5V9h15v8H17M7 14.5h10v5H7z" />,
  classes: <path d="M4 5.5h16v10H4zM8 19.5l4-4 4 4M8 9h5M8 12h8" />,
  chat: <path d="M4 5.5h16v11h-8.5L7 20.5v-4H4zM8.5 11h.01M12 11h.01M15.5 11h.01" />,
  send: <path d="M4.5 11.8L20 4.5l-5.5 15-3-6.2zM11.5 13.3L20 4.5" />,
  library: <path d="M4 4.5h6.5V11H4zM13.5 4.5H20V11h-6.5zM4 14h6.5v6.5H4zM15.8 14.8l3.4 2.4-3.4 2.4z" />,
  person: (
    <path d="M12 4.5a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6zM4.5 20c.8-3.6 3.8-5.4 7.5-5.4s6.7 1.8 7.5 5.4" />
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof PATHS;

interface IconProps {
  name: IconName;
  size?: number;
}

/** One of the house's few icons; always beside words or inside a named button, so hidden from readers. */
export function Icon({ name, size = 24 }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {PATHS[name]}
    </svg>
  );
}
