import { useState, type SyntheticEvent } from "react";
import { Button } from "@/shared/ui/Button";
import { Field } from "@/shared/ui/Field";
import { useSongFromAddress } from "../api/imports";
import type { SongImport } from "../types";
import { useSongWords } from "../words";
import { SongProblem } from "./SongProblem";
import styles from "./SongUpload.module.css";

/** The sound of a video, where whoever runs this house allows it. */
export function AddressForm({ onAccepted }: { onAccepted: (arrived: SongImport) => void }) {
  const words = useSongWords();
  const [url, setUrl] = useState("");
  const fetching = useSongFromAddress();
  const ask = (event: SyntheticEvent) => {
    event.preventDefault();
    fetching.mutate(url.trim(), { onSuccess: onAccepted });
  };
  return (
    <form className={styles.address} onSubmit={ask}>
      <Field
        label={words.address}
        hint={words.addressHint}
        type="url"
        inputMode="url"
        required
        maxLength={300}
        placeholder="https://"
        value={url}
        onChange={({ target }) => setUrl(target.value)}
      />
      {fetching.error && <SongProblem error={fetching.error} />}
      <Button type="submit" disabled={fetching.isPending}>
        {fetching.isPending ? words.asking : words.fetch}
      </Button>
    </form>
  );
}
