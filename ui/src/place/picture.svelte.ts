/**
 * The address of a picture as an image, in which it can neither run nor load anything. It follows the picture,
 * and is given back when the component goes.
 */
export function pictureOf(svg: () => string): { readonly url: string } {
  let url = $state("");
  $effect(() => {
    const made = URL.createObjectURL(new Blob([svg()], { type: "image/svg+xml" }));
    url = made;
    return () => URL.revokeObjectURL(made);
  });
  return {
    get url() {
      return url;
    },
  };
}
