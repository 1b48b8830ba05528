/** 无, 暂无问题, 不需要整改, 不适用, —: words that say there is nothing to say. */
const NOTHING =
  /^(?:(?:暂|均|都|目前|暂时)?(?:无|没有|未发现|不存在)(?:明显|重大|相关)?(?:问题|情况|异常)?|不适用|不涉及|(?:暂|均)?(?:不|无)(?:需要?|须|用|必)(?:进行)?整改|无整改(?:情况|事项)?|无需|[-—–−_/\\.、*]+|n\/?a)$/iu;

/** True when a filled cell says that there is nothing to say; blank is another matter. */
export const saysNothing = (text: string): boolean =>
  NOTHING.test(text.normalize('NFKC').replace(/\s|[。,.;!]+$/gu, ''));
