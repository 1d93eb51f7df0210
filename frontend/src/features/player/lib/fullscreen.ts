interface AppleVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void;
}

/** Fill the screen with the player, or give it back. An iPhone fills it with the bare video only. */
export function toggleFullscreen(screen: HTMLElement | null, video: AppleVideo | null): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else if (document.fullscreenEnabled) void screen?.requestFullscreen().catch(() => undefined);
  else video?.webkitEnterFullscreen?.();
}
