/** Hide each picture of the page that does not come, its room kept: browsers draw a torn one there. Returns how to stop. */
export function hideLostPictures(): () => void {
  const onEvent = ({ type, target }: Event) => {
    if (target instanceof HTMLImageElement) target.toggleAttribute("data-lost", type === "error");
  };
  // They do not bubble, so they are caught on the way down.
  document.addEventListener("error", onEvent, true);
  document.addEventListener("load", onEvent, true);
  return () => {
    document.removeEventListener("error", onEvent, true);
    document.removeEventListener("load", onEvent, true);
  };
}
