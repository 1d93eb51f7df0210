import { useMessages } from "@/shared/i18n";

/** The name of the page on the browser's tab. */
export function PageTitle({ title }: { title: string }) {
  const { brand } = useMessages();
  return <title>{`${title} · ${brand}`}</title>;
}
